// The stand-in month with the `simulation` package: a population of agents of the middle segment. Prints JSON.
// @ts-nocheck: the package is not a dependency; the bench says so when it is missing.
import process from 'node:process';
import { Model } from 'simulation';

const customers = Number(process.argv[2] ?? 200);
const model = new Model({ timeStart: 0, timeLength: 36, timeStep: 1, algorithm: 'Euler' });
const customer = model.Agent({ name: 'Customer' });
const here = customer.State({ name: 'Here', startActive: true });
const gone = customer.State({ name: 'Gone', startActive: false });

const stocks = {
  Frailty: 'RandNormal(-0.125, 0.5)',
  Sensitivity: 'Exp(RandNormal(-0.08, 0.4))',
  Will: 6.8,
  Trust: 0.6,
  Reference: '50 + Floor(5*Rand())',
};
const variables = {
  Delivered: '6.8 + 0.8*RandNormal(0, 1)',
  Price: 'IfThenElse(Years() < 6, 50, 55)',
  Gap: '0.7*([Delivered] - [Will])',
  Satisfaction: 'IfThenElse([Gap] >= 0, Abs([Gap])^0.88, -2.25*Abs([Gap])^0.88)',
  Hazard:
    '1/(1 + Exp(-(-4 + [Frailty] - 0.35*[Satisfaction] - 1.2*([Trust] - 0.6)' +
    ' + 3*[Sensitivity]*Max(0, Ln([Price]/[Reference])) - 0.1*Ln(2 + Years()))))',
};
const flows = {
  Will: '0.3*([Delivered] - [Will])',
  Trust: 'Min(1, Max(0, [Trust] + 0.05*[Gap])) - [Trust]',
  Reference: '0.2*([Price] - [Reference])',
};

const parts = {};
for (const [name, initial] of Object.entries(stocks)) parts[name] = customer.Stock({ name, initial });
for (const [name, value] of Object.entries(variables)) parts[name] = customer.Variable({ name, value });
const link = (equation, target) => {
  for (const name of new Set(String(equation).match(/(?<=\[)\w+(?=\])/g))) {
    if (parts[name] !== target) customer.Link(parts[name], target);
  }
};
for (const [name, value] of Object.entries(variables)) link(value, parts[name]);
for (const [name, rate] of Object.entries(flows)) {
  link(rate, customer.Flow(null, parts[name], { name: `Learn ${name}`, rate, nonNegative: false }));
}
const leave = customer.Transition(here, gone, {
  name: 'Leave',
  trigger: 'Condition',
  value: 'Rand() < [Hazard]',
});
customer.Link(parts.Hazard, leave);
const base = model.Population({ name: 'Base', populationSize: customers, agentBase: customer });
const count = model.Variable({ name: 'Alive', value: 'Count(FindState([Base], [Here]))' });
model.Link(base, count);

const start = performance.now();
const alive = model.simulate().series(count);
const spent = performance.now() - start;
const live = alive.slice(0, 36).reduce((sum, customersAlive) => sum + customersAlive, 0);
process.stdout.write(
  `${JSON.stringify({ nanoseconds: (spent * 1e6) / live, alive: alive[36] / customers, customers })}\n`,
);

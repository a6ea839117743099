// Writes docs/population.md, some minutes of work: npm run population, or npm run population -- 20000 for a closer look
import { writeFileSync } from 'node:fs';
import { fixed } from '../models/index.ts';
import { comparePopulation, type Difference } from './population-comparison.ts';
import { shippedScenarios } from './shipped-scenarios.ts';

const size = { customers: Number(process.argv[2] ?? 5000), replications: 4 };

const percent = (share: number) => `${share < -0.000005 ? '−' : ''}${Math.abs(100 * share).toFixed(2)} %`;
const write = ({ mean, error }: Difference) => `${percent(mean)} ± ${(100 * error).toFixed(2)}`;

// A steep rise of which only some hear.
const telling = shippedScenarios.find(({ file }) => file.endsWith('netflix-2011.yaml'))!;
const { world } = telling.scenario;
const everyoneHears = { ...world.assumptions, noticeReach: fixed(1), billReach: fixed(1) };
const [some, all] = [world, { ...world, assumptions: everyoneHears }].map(
  (each) => comparePopulation({ ...telling.scenario, world: each }, size)[1],
);

const rows = shippedScenarios.flatMap(({ file, scenario }) =>
  comparePopulation(scenario, size).map((row, k) => {
    const attrition = k === 0 ? ['', ''] : [percent(row.attrition), write(row.extraAttrition)];
    const cells = [`\`${file}\``, row.plan, write(row.survivors), write(row.profit), write(row.customers)];
    return { row, line: `| ${[...cells, ...attrition].join(' | ')} |` };
  }),
);
const largest = (of: (row: (typeof rows)[number]['row']) => number) =>
  percent(Math.max(...rows.map(({ row }) => Math.abs(of(row)))));

const page = `# Cohort against population

A *cohort* run moves weighted groups: expected shares leave, learn of a change, trade down. A *population* run follows
customers one by one through the same steps of the month; each has a frailty, price sensitivity and spend of their own,
and draws decide. Here every shipped scenario is run both ways at best values. \`npm run population\` writes this page:
${size.customers.toLocaleString('en')} customers, ${size.replications} replications with customers and draws of their own; ± is the standard error of their mean. The luck of
the draws of leaving is taken off (a control variate with mean 0: \`models/engine/population-luck.ts\`).

Population less cohort, relative to the cohort: *survivors* are customers of the starting base still here at the end,
*profit* is its present value, *customers* are all at the end. *Attrition* is the cohort's, and the last column what the
population adds to it, both as shares of the starting base.

Largest differences: survivors ${largest((row) => row.survivors.mean)}, profit ${largest((row) => row.profit.mean)}, customers ${largest((row) => row.customers.mean)}, attrition ${largest((row) => row.extraAttrition.mean)} of the base.
Where newcomers replace much of a base, profit and customers still scatter: what lies within two or three of its errors is
noise.

| scenario | plan | survivors | profit | customers | attrition | more |
|---|---|---|---|---|---|---|
${rows.map(({ line }) => line).join('\n')}

## Where the difference comes from

- **Who knows is one person**, nearly all of it. Whoever has heard of a change has also been woken by it and finds it
  unfair. A cohort lets the mean of its cell act on everybody; customer by customer the effects meet in those who know,
  who leave first, so that fewer of those who stay know. Where some never hear, the population loses fewer:
  ${percent(some.attrition + some.extraAttrition.mean)} of the base instead of ${percent(some.attrition)} with \`${telling.file}\`. With \`noticeReach\` and \`billReach\` at 1, so
  that all know at once, the difference there goes from ${write(some.extraAttrition)} to ${write(all.extraAttrition)} of the base. The cohort errs
  on the side of caution, by far less than is uncertain anyway.
- **A flat fee weighs on single bills.** Spend varies from customer to customer by more than the part that goes along with
  frailty or sensitivity, which is all that a cohort's nodes carry.
- **Newcomers keep their own memory.** In a cohort theirs blends with that of earlier newcomers.
- **Nodes are few.** A cohort takes variety from a quadrature; [cells and nodes](decisions/0020-cells-and-nodes.md).

The run that Kept reports is the cohort's: it has no noise, and a draw of it takes milliseconds. The population run serves
\`kept concentration\` and this page.

## Fifths of spend

The page asks, on demand, whom a plan loses *within* each segment: the starting base of a segment in fifths by what customers pay
at the start, and the extra leavers of each fifth as a share of it. It follows 30,000 customers in six groups at best values, the
same ones under doing nothing and under the plan, and takes off what the luck of the draw brought; the whisker is two
standard errors of following a sample, not what is uncertain about the world.
`;

writeFileSync(new URL('../docs/population.md', import.meta.url), page);

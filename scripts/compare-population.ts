import { shippedScenarios } from './shipped-scenarios.ts';
import { createSampler, doNothing } from '../models/index.ts';
import { simulate } from '../models/engine/simulate.ts';
import { simulatePopulation } from '../models/engine/population.ts';
const n = Number(process.argv[2] ?? 20000), R = Number(process.argv[3] ?? 2), pick = process.argv[4] ?? '';
for (const { file, scenario } of shippedScenarios.filter(s => s.file.includes(pick))) {
  const sample = createSampler(scenario, scenario.seed)('best');
  for (const plan of [doNothing, ...scenario.plans]) {
    const c = simulate(scenario, plan, sample);
    const pv = (x: {segments: readonly {revenue: Float64Array; costs: Float64Array}[]}) => x.segments.reduce((s, g) => { let d = 1; for (let m = 1; m <= scenario.months; m++) { d /= 1 + c.monthlyDiscount; s += d * (g.revenue[m] - g.costs[m]); } return s; }, 0);
    const end = (x: {segments: readonly {customers: Float64Array; base: Float64Array}[]}, k: 'customers'|'base') => x.segments.reduce((s, g) => s + g[k][scenario.months], 0);
    const t0 = performance.now();
    const rel = Array.from({ length: R }, (_, r) => { const p = simulatePopulation(scenario, plan, sample, { customers: n, seed: `r${r}` }); const L = (k: 'customers'|'base'|'profit') => process.argv[5] ? 0 : p.segments.reduce((s,g)=>s+g.luck[k],0); return [(end(p,'customers')-L('customers'))/end(c,'customers')-1, (end(p,'base')-L('base'))/end(c,'base')-1, (pv(p)-L('profit'))/pv(c)-1]; });
    const ms = (performance.now() - t0) / R;
    const f = (k: number) => { const m = rel.reduce((s, v) => s + v[k], 0) / R; const v = rel.reduce((s, x) => s + (x[k]-m)**2, 0) / Math.max(1, R-1); return `${(100*m).toFixed(3)} ±${(100*Math.sqrt(v/R)).toFixed(3)}`; };
    console.log(file.padEnd(34), plan.name.slice(0,36).padEnd(38), 'cust', f(0), ' base', f(1), ' profit', f(2), `${ms.toFixed(0)} ms`);
  }
}

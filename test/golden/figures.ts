import { readFileSync } from 'node:fs';
import { createBestRun, parseScenario, runScenario } from '../../models/index.ts';

export const goldenScenarios = [
  'telco-fee-increase.yaml',
  'bank-account-fee.yaml',
  'backtests/netflix-2011.yaml',
  'backtests/verizon-fee-2022.yaml',
] as const;

/** Some 25 figures of a scenario, to six digits: they record what the engine says and prove nothing. */
export async function computeGolden(file: string): Promise<Record<string, number | null>> {
  const text = readFileSync(new URL(`../../scenarios/${file}`, import.meta.url), 'utf8');
  const parsed = await parseScenario(text, file);
  if (!parsed.ok) throw new Error(`${file} is not valid`);
  const [lead] = parsed.scenario.plans;
  const best = createBestRun(parsed.scenario).figures(lead);
  const run = runScenario(parsed.scenario, { draws: 8, plans: [lead.name] });
  const [nothing, plan] = run.plans;
  const last = nothing.months.length - 1;
  const { segments, months, breakEvenReason, ...figures } = best;
  const impact = plan.impact!;
  const golden: Record<string, number | null> = {
    ...Object.fromEntries(Object.entries(figures).map(([name, value]) => [`best ${name}`, value])),
    'nothing customers': nothing.months[last].customers.mean,
    'nothing profit in month 1': nothing.months[0].profit.mean,
    'nothing satisfaction': nothing.months[last].satisfaction.mean,
    'plan leavers in month 6': plan.months[Math.min(5, last)].leavers.mean,
    'plan revenue in the last month': plan.months[last].revenue.mean,
    'plan satisfaction in the last month': plan.months[last].satisfaction.mean,
    'mean attrition': impact.attrition.mean,
    'attrition low 80 %': impact.attrition.low80,
    'attrition high 80 %': impact.attrition.high80,
    'mean profit': impact.profit.mean,
    'mean equity': impact.equity.mean,
    'mean break-even': impact.breakEvenAttrition?.mean ?? null,
    'first segment attrition': impact.segments[0].attrition.mean,
  };
  return Object.fromEntries(
    Object.entries(golden).map(([name, value]) => [
      name,
      value === null ? null : Number(value.toPrecision(6)),
    ]),
  );
}

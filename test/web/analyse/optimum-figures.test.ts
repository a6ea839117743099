import { expect, test } from 'vitest';
import { optimise, parseScenario } from '../../../models/index.ts';
import { optimumFigure } from '../../../web/analyse/optimum-figures.ts';
import { smallScenario } from '../../support/small-scenario.ts';

const freePlan = `${smallScenario}  - name: Find the fee
    actions:
      - at: 6
        announce: 2
        price: { by: { free: 0 % to 12 %, start: 4 % } }
optimise:
  plan: Find the fee
  maximise: profitWithEquity
  keep:
    - { measure: attrition, atMost: 3 % }
`;

test('the best says of how many draws its curve is, and what hollow points are where there are any', async () => {
  const outcome = await parseScenario(freePlan);
  if (!outcome.ok) throw new Error('the scenario has a problem');
  const optimum = await optimise(outcome.scenario, { draws: 64 });
  const { points, draws } = optimum.frontier;
  expect(points.some(({ keepsAll }) => !keepsAll)).toBe(true);
  const { sub } = optimumFigure(optimum, outcome.scenario);
  expect(sub).toContain('means of 64 draws');
  expect(sub).toContain(`the curve is of ${draws} draws; hollow points break a condition`);
  const kept = { ...optimum.frontier, points: points.map((point) => ({ ...point, keepsAll: true })) };
  const { sub: plain } = optimumFigure({ ...optimum, frontier: kept }, outcome.scenario);
  expect(plain).toContain(`the curve is of ${draws} draws`);
  expect(plain).not.toContain('hollow');
});

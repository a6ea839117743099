import { fixed } from '../../models/core/quantity.ts';
import type { Plan, Scenario, StaffAction } from '../../models/scenario/scenario.ts';
import {
  buildAction,
  buildOperations,
  buildRise,
  buildScenario,
  buildSegment,
  repairStandard,
} from './build-scenario.ts';

/** Every kind of action, one month after the other. */
function buildEveryAction() {
  const everything = { segments: ['Everyone', 'Bound'] };
  const by = (value: number) => ({ kind: 'byAmount', quantity: fixed(value) }) as const;
  const [rise] = buildRise(0.2, { at: 3, announce: 2, announced: true, ...everything }).actions;
  const fee = { name: 'network', change: by(1), shown: 'at billing' } as const;
  const answered = { ownFault: true, followUp: true, ease: fixed(0.3), limit: true };
  const invest = { in: 'empathy' as const, by: fixed(1), rampMonths: 2, once: fixed(5) };
  const staff: StaffAction = {
    ...{ agents: by(-1), recognise: 'prevention', empower: by(-0.3), train: fixed(0.2), jobAids: fixed(0.5) },
    ...{ feedback: 'to find fault', once: fixed(5) },
  };
  return [
    rise,
    buildAction({ ...everything, at: 4, fee }),
    buildAction({ ...everything, at: 5, credit: { amount: fixed(1), months: 2 } }),
    buildAction({ ...everything, at: 6, promise: { reliability: by(1) } }),
    buildAction({ ...everything, at: 7, invest }),
    buildAction({ ...everything, at: 8, notify: true }),
    buildAction({
      ...everything,
      at: 5,
      advocates: { lift: fixed(0.3), reward: fixed(1), once: fixed(1), monthly: fixed(1) },
      acquire: { monthly: fixed(10) },
      winBack: { by: fixed(0.1), perReturn: fixed(2) },
      separate: { share: fixed(0.05), cost: fixed(3), leastValuable: true },
    }),
    buildAction({ ...everything, at: 9, staff }),
    buildAction({ ...everything, at: 9, rootCauses: { by: fixed(-0.2), rampMonths: 2 } }),
    buildAction({ ...everything, at: 9, recover: { ...answered, compensation: fixed(5) } }),
    buildAction({ ...everything, at: 10, standard: { name: 'repair', median: by(4) } }),
    buildAction({ ...everything, at: 10, guarantee: { pays: fixed(5), standard: 'repair' } }),
    buildAction({ ...everything, at: 11, consistency: { by: fixed(-0.3) } }),
    buildAction({ ...everything, at: 9, listen: { by: ['survey'], monthly: fixed(1), once: fixed(0) } }),
  ];
}

/** A plan that has every mechanism at work, two segments, and 15 months. */
export function buildEverything(): { readonly scenario: Scenario; readonly plan: Plan } {
  const segments = [
    buildSegment({
      downgrade: { to: 'Basic', price: fixed(6) },
      spread: 0.3,
      usage: { share: fixed(0.4) },
      growth: { rate: fixed(0.01), value: fixed(2) },
      tenure: [{ months: 5, share: 1 }],
    }),
    buildSegment({
      name: 'Bound',
      contract: { termMonths: 12, exitFee: fixed(20) },
      acquisitionCost: fixed(3),
    }),
  ];
  const plan = { name: 'Everything', actions: buildEveryAction() };
  const scenario = buildScenario({
    segments,
    plans: [plan],
    months: 15,
    world: {
      market: { competitorFollows: fixed(0.3), potential: fixed(10_000) },
      standards: [repairStandard],
      operations: buildOperations({ agents: 3 }),
    },
  });
  return { scenario, plan };
}

import type { Scenario } from '../../models/index.ts';
import { type FeeTarget, findFeeTarget } from './fee-target.ts';
import { givenNotice, type Levers, newPlanName } from './levers.ts';

/** One place of the file and what to write there; `undefined` takes the key away. */
export interface Edit {
  readonly path: readonly (string | number)[];
  readonly value: unknown;
}

/** What to write into the file so that it says what the levers say; nothing where they were not moved. */
export function editsOf(scenario: Scenario, planIndex: number, initial: Levers, levers: Levers): Edit[] {
  const plan = scenario.plans[planIndex];
  const target = findFeeTarget(plan, planIndex);
  if (!plan) return levers.written === 0 ? [] : [planEdit(levers)];
  if (target.actionIndex < plan.actions.length) return actionEdits(target, initial, levers);
  if (levers.written === 0) return [];
  const path = ['plans', planIndex, 'actions', target.actionIndex];
  return [{ path, value: writeAction(levers) }];
}

function planEdit(levers: Levers): Edit {
  return { path: ['plans'], value: [{ name: newPlanName, actions: [writeAction(levers)] }] };
}

function actionEdits(target: FeeTarget, initial: Levers, levers: Levers): Edit[] {
  const moved = (lever: keyof Levers) => levers[lever] !== initial[lever];
  const at = (...keys: string[]) => ['plans', target.planIndex, 'actions', target.actionIndex, ...keys];
  const edits: Edit[] = [];
  if (moved('at')) edits.push({ path: at('at'), value: levers.at });
  if (moved('noticeMonths') || moved('at')) {
    const notice = givenNotice(levers);
    if (notice !== null) edits.push({ path: at('announce'), value: levers.at - notice });
    else if (initial.noticeMonths !== null) edits.push({ path: at('announce'), value: undefined });
  }
  if (!sameNames(levers.segments, initial.segments)) {
    edits.push({ path: at('segments'), value: [...levers.segments] });
  }
  if (moved('reason')) edits.push({ path: at('reason'), value: levers.reason });
  if (moved('written')) {
    const key = target.form === 'to' ? 'to' : 'by';
    edits.push({ path: at(target.of, key), value: writeChange(target, levers.written) });
  }
  return [...edits, ...stepEdits(at, initial, levers)];
}

function stepEdits(at: (...keys: string[]) => (string | number)[], initial: Levers, levers: Levers): Edit[] {
  const edits: Edit[] = [];
  if (levers.phases !== initial.phases) edits.push({ path: at('price', 'phases'), value: levers.phases });
  const spaced = levers.phases > 1;
  if (spaced && (initial.phases === 1 || levers.everyMonths !== initial.everyMonths)) {
    edits.push({ path: at('price', 'every'), value: `${levers.everyMonths} months` });
  }
  if (!spaced && initial.phases > 1) edits.push({ path: at('price', 'every'), value: undefined });
  return edits;
}

function writeChange(target: FeeTarget, written: number): string | number {
  return target.form === 'byPercent' ? `${written} %` : written;
}

function writeAction(levers: Levers): object {
  const { at, segments, reason, phases, everyMonths, written } = levers;
  const notice = givenNotice(levers);
  const steps = phases > 1 ? { phases, every: `${everyMonths} months` } : {};
  return {
    at,
    ...(notice === null ? {} : { announce: at - notice }),
    segments: [...segments],
    reason,
    price: { by: `${written} %`, ...steps },
  };
}

function sameNames(one: readonly string[], other: readonly string[]): boolean {
  return one.length === other.length && one.every((name, index) => name === other[index]);
}

import { type Decision, type Edit, meanPrice, type Plan, type Scenario } from '../models/index.ts';
import type { ShippedScenario } from './shipped-scenarios.ts';

/** A shipped plan with numbers left free, and the grid it is held to. */
export interface FreeCase {
  readonly file: string;
  readonly plan: string;
  readonly words: string;
  readonly edits: readonly Edit[];
  /** Points of the grid along each number, at most; whole numbers have no more than there are. */
  readonly points: readonly number[];
  readonly draws: number;
  readonly withCondition: boolean;
}

const draws = 16;
const points = [61];

/** Numbers of lessons that move no price: where they stand in the file from the plan on, and their bounds. */
const otherNumbers: Readonly<
  Record<
    string,
    { readonly plan: string; readonly at: string; readonly free: string; readonly words: string }
  >
> = {
  'lessons/advocates.yaml': {
    ...{ plan: 'Advertise', at: 'actions.0.acquire.monthly', free: '0 to 60000', words: 'monthly spend' },
  },
  'lessons/blunder-1-training.yaml': {
    ...{ plan: 'Train everybody', at: 'actions.0.staff.train', free: '5 % to 95 %', words: 'share trained' },
  },
  'lessons/blunder-2-demotivation.yaml': {
    ...{ plan: 'Two more agents', at: 'actions.0.staff.agents.by', free: '0 to 8', words: 'agents' },
  },
  'lessons/blunder-3-finding-fault.yaml': {
    ...{ plan: 'Ratings that find what goes right', at: 'actions.0.at', free: '1 to 24', words: 'month' },
  },
  'lessons/blunder-4-splashy-recoveries.yaml': {
    ...{ plan: 'Reward prevention', at: 'actions.0.at', free: '1 to 24', words: 'month' },
  },
  'lessons/means-without-attitude.yaml': {
    ...{ plan: 'All into means', at: 'actions.0.invest.by', free: '0 to 2.5', words: 'points of service' },
  },
  'lessons/promise-what-you-deliver.yaml': {
    plan: 'Promise 6 and deliver 7',
    ...{ at: 'actions.0.promise.reliability.to', free: '5 to 9', words: 'level promised' },
  },
  'lessons/the-delivery-gap.yaml': {
    ...{
      plan: 'Promise less',
      at: 'actions.0.promise.reliability.to',
      free: '5 to 9',
      words: 'level promised',
    },
  },
  'lessons/the-guarantee.yaml': {
    ...{ plan: 'Guarantee now', at: 'actions.0.guarantee.pays', free: '0 to 60', words: 'what it pays' },
  },
  'lessons/the-leaky-bucket.yaml': {
    ...{ plan: 'Pour in more', at: 'actions.0.acquire.monthly', free: '0 to 120000', words: 'monthly spend' },
  },
};

/** One free number of every shipped scenario: the first change of price or fee, else a number of the list above. */
export function freeNumbers(shipped: readonly ShippedScenario[]): FreeCase[] {
  return shipped.map(({ file, scenario }) => {
    const other = otherNumbers[file];
    if (other) {
      const { plan: name, at, free, words } = other;
      const plan = scenario.plans.findIndex((candidate) => candidate.name === name);
      const keys = at.split('.').map((key) => (/^\d+$/.test(key) ? Number(key) : key));
      const edits = [{ path: ['plans', plan, ...keys], value: { free } }];
      return { file, plan: name, words, edits, points, draws, withCondition: false };
    }
    const plan = scenario.plans.find(({ actions }) => actions.some(({ price, fee }) => price ?? fee));
    if (!plan) throw new Error(`${file} has no price to leave free; name another number of it`);
    const { edits, words } = freePrice(scenario, plan);
    return { file, plan: plan.name, words, edits, points, draws, withCondition: true };
  });
}

/** The change of price left free from −20 to +40 %, or the fee from nothing to 40 % of the mean price. */
function freePrice(scenario: Scenario, plan: Plan): Pick<FreeCase, 'edits' | 'words'> {
  const index = plan.actions.findIndex(({ price, fee }) => price ?? fee);
  const { price, fee, segments } = plan.actions[index];
  const path = ['plans', scenario.plans.indexOf(plan), 'actions', index];
  if (price) {
    const moved = price.change.kind === 'to' ? [{ path: [...path, 'price', 'to'], value: undefined }] : [];
    const free = { path: [...path, 'price', 'by'], value: { free: '-20 % to 40 %' } };
    return { edits: [free, ...moved], words: 'price' };
  }
  const most = Number((0.4 * meanPrice(scenario, segments)).toPrecision(3));
  const key = fee!.change.kind === 'to' ? 'to' : 'by';
  return { edits: [{ path: [...path, 'fee', key], value: { free: `0 to ${most}` } }], words: 'fee' };
}

const inFirstPlan = (action: number, ...keys: readonly string[]) => ['plans', 0, 'actions', action, ...keys];

/** Plans with two and three free numbers at once. */
export const severalNumbers: readonly FreeCase[] = [
  {
    file: 'club-best-fee.yaml',
    plan: 'Ten percent at once',
    words: 'month, price',
    edits: [
      { path: inFirstPlan(0, 'at'), value: { free: '3 to 14', start: 3 } },
      { path: inFirstPlan(0, 'announce'), value: '1 month before' },
      { path: inFirstPlan(0, 'price', 'by'), value: { free: '-20 % to 40 %' } },
    ],
    ...{ points: [12, 21], draws: 8, withCondition: true },
  },
  {
    file: 'lessons/blunder-5-competing-on-price.yaml',
    plan: 'Match the cut',
    words: 'notice, price',
    edits: [
      { path: inFirstPlan(0, 'at'), value: 13 },
      { path: inFirstPlan(0, 'announce'), value: { free: '1 to 12 months before' } },
      { path: inFirstPlan(0, 'price', 'by'), value: { free: '-20 % to 40 %' } },
    ],
    ...{ points: [12, 21], draws: 8, withCondition: true },
  },
  {
    file: 'lessons/the-surge.yaml',
    plan: 'Raise with agents for the surge',
    words: 'price, month of the agents, agents',
    edits: [
      { path: ['plans', 1, 'actions', 0, 'price', 'by'], value: { free: '-20 % to 40 %' } },
      { path: ['plans', 1, 'actions', 1, 'at'], value: { free: '1 to 5', start: 4 } },
      { path: ['plans', 1, 'actions', 1, 'staff', 'agents', 'by'], value: { free: '0 to 10', start: 5 } },
    ],
    ...{ points: [13, 5, 11], draws: 8, withCondition: true },
  },
];

/** The values of each number on a grid, from one bound to the other. */
export function gridAxes(decisions: readonly Decision[], points: readonly number[]): number[][] {
  return decisions.map(({ bounds: { low, high, whole } }, k) => {
    const count = whole ? Math.min(points[k], high - low + 1) : points[k];
    return Array.from({ length: count }, (_, step) => {
      const value = low + ((high - low) * step) / (count - 1);
      return whole ? Math.round(value) : Number(value.toPrecision(9));
    });
  });
}

import type { Evidence } from '../../models/index.ts';
import { formatCount, formatMonths, formatNumber, thin } from '../format.ts';

/** Words of what lies below the first screen of Decide. */
export const text = {
  // Work that takes its time.
  stop: 'Stop',
  waiting: 'Follows once the draws are done.',
  working: 'Being worked out.',
  stale: 'of the plan before this one',
  failed: (why: string) => `It could not be worked out: ${why}`,
  again: 'Try again',
  progress: (done: number, total: number, what: string) =>
    `${formatNumber(done)} of ${formatNumber(total)} ${what}`,
  secondsLeft: (seconds: number) => `about ${formatNumber(Math.max(1, seconds))} s left`,
  draws: 'draws',
  runs: 'runs',
  inputs: 'inputs',
  plans: 'plans',
  groups: 'groups of customers',

  // Waterfall.
  causesEmpty: 'What brings money, and what takes it back',
  causesSub: (months: number) =>
    `Profit over ${formatMonths(months)}, from doing nothing to the plan, by cause`,
  causesMeans: (draws: number) => `means of ${formatNumber(draws)} draws, whisker 80${thin}%`,
  causesBest: 'at best values, a first estimate',
  doNothing: 'Do nothing',
  thePlan: 'The plan',
  customersColumn: 'customers',
  otherCauses: (count: number) => `${count} smaller causes`,
  causes: {
    priceCollected: 'Price collected from those who stay',
    programmeCost: 'Programmes and credits',
    priceResponse: 'Leave over the price',
    tradingDown: 'Trade down or use less',
    wakeUp: 'Woken by the news, look around',
    fairness: 'Find it unfair or are surprised',
    promise: 'Promise kept or broken',
    quality: 'Service delivered',
    congestion: 'Waits at the contact centre',
    recovery: 'Failures and how they are made good',
    signUps: 'Newcomers who come or stay away',
    wordOfMouth: 'Word of mouth',
    competitor: 'Rivals who follow',
    separation: 'Relationships ended',
  } as Readonly<Record<string, string>>,
  causeColumns: {
    cause: 'Cause',
    profit: 'Profit',
    low: `80${thin}% from`,
    high: `80${thin}% to`,
    error: 'Standard error',
    customers: 'Customers lost',
  },
  leave: (count: string) => `−${count}`,
  stay: (count: string) => `+${count}`,
  causesSummary: (title: string, parts: readonly string[]) => `${title}: ${parts.join('; ')}.`,

  // What moves the answer.
  driversEmpty: 'What moves this answer most',
  driversSub: (months: number) =>
    `Profit impact over ${formatMonths(months)} as one assumption moves across its 80${thin}% range; the input stands at each end, beside it the result`,
  asPlanned: (money: string) => `as planned ${money}`,
  flipsAt: 'answer flips at',
  never: 'never',
  noDriver: 'No assumption moves this answer',
  driverColumns: {
    input: 'Assumption',
    meaning: 'What it says',
    evidence: 'Evidence',
    low: 'Low',
    atLow: 'Profit at low',
    high: 'High',
    atHigh: 'Profit at high',
    flips: 'Answer flips at',
  },
  driversSummary: (parts: readonly string[]) =>
    `Profit impact at both ends of the range: ${parts.join('; ')}.`,
  ends: (name: string, low: string, atLow: string, high: string, atHigh: string) =>
    `${name} ${low} gives ${atLow}, ${high} gives ${atHigh}`,
  evidence: {
    assumed: 'assumed',
    expert: 'expert',
    fitted: 'fitted',
    backtested: 'back-tested',
  } satisfies Record<Evidence, string>,

  // What it rests on.
  spreadEmpty: 'What the spread rests on',
  spreadSub: (inputs: string) =>
    `${inputs} uncertain assumptions, by the evidence behind them, and their share of the spread in profit`,
  spreadAsk: 'Split the spread by evidence',
  spreadWhy:
    'How much of the spread is judgement, how much is data, and what it would be worth to know more.',
  spreadTitle: (share: string) => `${share} of the spread rests on judgement`,
  spreadNone: 'Nothing that is uncertain moves this answer',
  together: 'together',
  worth: (name: string, money: string) => `Measuring ${name} first would be worth about ${money}.`,
  worthNothing: 'Knowing any one of them better would not change whether to do this.',
  worthWaiting: 'What it would be worth to know more follows.',
  openAssumptions: 'Open all assumptions',

  // Safer.
  saferTitle: 'Make it safer',
  saferSub: (bound: string) =>
    `Smallest changes that bring ${bound}. Profit impact with 80${thin}% of runs; the dashed line is the plan as it stands`,
  bound: 'Bring',
  bounds: {
    loss10: `the chance of loss to 10${thin}% or less`,
    loss5: `the chance of loss to 5${thin}% or less`,
    attrition8: `attrition to 8${thin}% or less`,
    attrition5: `attrition to 5${thin}% or less`,
    attrition2: `attrition to 2${thin}% or less`,
  },
  saferAsk: 'Find safer changes',
  saferWhy:
    'Smaller, later, in steps, announced better, sparing some, or with better service: each is tried, the smallest that does is shown.',
  saferNothing: 'The plan does nothing yet that could be made safer.',
  isSafe: (what: string) => `It is safe already: ${what}.`,
  chanceIs: (chance: string) => `chance of loss ${chance}`,
  attritionIs: (share: string) => `attrition ${share}`,
  tighten: 'Ask for less',
  noneFound: 'No single change is enough; combine two, or lower the fee on the fader.',
  chanceChange: (before: string, after: string) => `Chance of loss ${before} to ${after}`,
  attritionChange: (before: string, after: string) => `Attrition ${before} to ${after}`,
  apply: 'Apply',
  applyNamed: (what: string) => `Apply: ${what}`,
  applied: (what: string) => `Applied: ${what}.`,
  undo: 'Undo',
  saferBar: (low: string, high: string, mean: string) =>
    `Profit impact ${mean}, 80${thin}% of runs ${low} to ${high}`,
  notEnough: (kinds: string) => `Not enough by themselves: ${kinds}.`,
  kinds: {
    smaller: 'smaller',
    later: 'later',
    phased: 'in steps',
    'longer notice': 'longer notice',
    grandfathered: 'sparing long-standing customers',
    'better service': 'better service',
    'service and promise': 'better service and promise',
    'better reason': 'another reason',
  } as Readonly<Record<string, string>>,

  customersLost: (count: number) => formatCount(count),
};

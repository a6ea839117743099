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

  // The page for the board.
  boardWaiting:
    'The page for the board opens as soon as causes and assumptions are worked out; Stop under the causes prints their first estimate.',
  boardFailed: (why: string) => `The page for the board could not be made: ${why}`,

  // Waterfall.
  causesEmpty: 'What brings money, and what takes it back',
  causesSub: (months: number) =>
    `Profit over ${formatMonths(months)}, present value, from doing nothing to the plan, by cause`,
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
    `Profit impact over ${formatMonths(months)} as one assumption moves across its 80${thin}% range, the others at best values; the input stands at each end, beside it the result`,
  asPlanned: (money: string) => `as planned ${money}`,
  flipsAt: 'answer flips at',
  never: 'never',
  noDriver: 'No assumption moves this answer',
  driverColumns: {
    input: 'Assumption',
    meaning: 'What it says',
    evidence: 'Evidence',
    low: 'Low',
    atLow: (currency: string) => `Profit at low, ${currency}`,
    high: 'High',
    atHigh: (currency: string) => `Profit at high, ${currency}`,
    flips: 'Answer flips at',
    unit: 'Unit',
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
  openAssumptions: 'Open all assumptions',

  // Who leaves, by spend.
  fifthsAsk: 'By spend within each segment',
  fifthsWhy: 'Follows customers one by one; takes some seconds.',
  fifthsSub: (customers: string) =>
    `Extra leavers as a share of each fifth of a segment’s customers, lowest spend a month to highest · at best values, ${customers} customers followed, whisker two standard errors`,
  fifthsTogether: (share: string) =>
    `Together ${share} of all customers at best values; the verdict is a mean over draws.`,
  fifthsApart: (share: string, groups: string) =>
    `Together ${share} of all customers, against ${groups} at best values where groups are moved as a whole: followed one by one, those who hear of it leave first, and fewer who know are left. The verdict is a mean over draws.`,
  fifthsNone: 'No fifth of any segment passes break-even',
  fifthsSome: (segment: string, top: boolean) =>
    top ? `Among ${segment} those who pay most pass break-even` : `Part of ${segment} passes break-even`,
  fifthsMany: (count: number) => `${formatNumber(count)} fifths of segments pass break-even`,
  fifthsSummary: (title: string, parts: readonly string[]) => `${title}: ${parts.join('; ')}.`,
  fifthPays: (low: string, high: string, least: string, most: string) =>
    `${low} to ${high}: ${least} to ${most}`,
  fifthColumns: {
    segment: 'Segment',
    fifth: 'Fifth by spend',
    pays: 'Pays a month',
    share: 'Share who leave',
    error: 'Standard error',
  },

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
  raiseInstead: (percent: string) => `raise by ${percent} instead`,
  cutInstead: (percent: string) => `cut by ${percent} instead`,
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

  // The rest of the plan, further down.
  spared: 'Spared',
  promise: 'Promise',
  service: 'Service',
  agents: 'Agents',
  nobody: 'Nobody',
  sparedFrom: (months: number) => `Here ${formatMonths(months)} or more`,
  sparedWho: 'Who keeps the old price',
  sparedUntil: 'How long they keep it',
  forGood: 'for good',
  untilMonth: (month: number) => `until month ${month}`,
  sparedAll: (who: string, until: string) => `${who}, ${until}`,
  asToday: 'As today',
  dimension: 'Quality of service',
  dimensions: {
    reliability: 'Reliability',
    responsiveness: 'Responsiveness',
    assurance: 'Assurance',
    empathy: 'Empathy',
    tangibles: 'Tangibles',
  },
  promiseLevel: 'Promise, in points of 10',
  promisedAs: (what: string, level: string, today: string) => `${what} ${level}, today ${today}`,
  gets: (promise: string, delivery: string) => `Today ${promise} is promised and ${delivery} delivered.`,
  asInFile: 'As the file says',
  noInvestment: 'No investment',
  invested: (what: string, points: string) => `${what} +${points}`,
  points: 'Points better',
  once: 'Once',
  monthly: 'A month',
  agentsToday: (count: string) => `${count}, as today`,
  agentsOf: (count: string, today: string) => `${count}, today ${today}`,
  agentsField: 'Agents on duty',
  back: 'Back to today',
  stepSpared: (who: string) => `spared: ${who}`,
  stepPromise: (what: string) => `promise: ${what}`,
  stepService: (what: string) => `service: ${what}`,
  stepAgents: (count: string) => `agents: ${count}`,

  // All assumptions.
  assumptions: 'All assumptions',
  assumptionsWhat:
    'What the answer rests on, decisions left out; what moves it most comes first, once that is known. Change one, and the answer follows; Undo takes it back.',
  search: 'Search',
  filter: 'Evidence',
  anyEvidence: 'Any',
  found: (count: number, all: number) => `${formatNumber(count)} of ${formatNumber(all)}`,
  nothingFound: 'None fits. Search for fewer letters, or any evidence.',
  certain: 'certain',
  range: (low: string, high: string) => `${low} to ${high}`,
  workedOut: 'worked out',
  default: 'default',
  flipsHere: (value: string) => `The answer flips at ${value}.`,
  neverFlips: 'No value that is believed possible flips the answer.',
  change: 'Change',
  changeNamed: (name: string) => `Change: ${name}`,
  valueField: 'Value, or range such as 2 to 4',
  evidenceField: 'Evidence',
  sourceField: 'Source',
  restated: 'A value of your own is assumed until you say what stands behind it.',
  save: 'Save',
  dismiss: 'Cancel',
  close: 'Close',
  refusedAs: (what: string, why: string) => `${what} ${why}.`,
  planNamed: (name: string) => `The plan “${name}”`,
  notWritten: 'The file writes this number in another way; change it in Analyse.',
  stepAssumption: (name: string) => `assumption: ${name}`,
  assumptionSaved: (name: string) => `${name} is changed.`,

  customersLost: (count: number) => formatCount(count),
};

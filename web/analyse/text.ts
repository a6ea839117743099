import type { Evidence } from '../../models/index.ts';
import { formatCount, formatMonths, formatNumber, formatPercent, thin } from '../format.ts';

/** The words of Analyse. */
export const text = {
  heading: (title: string) => `Analyse: ${title}`,
  panes: 'File and results',
  filePane: 'File',
  resultsPane: 'Results',
  divider: 'Width of the file',
  dividerShare: (share: number) => formatPercent(share / 100, 0),

  // The file.
  editor: (file: string) => `Scenario file ${file}`,
  fileTabs: 'Views of the file',
  fileView: (file: string) => file,
  diffView: 'Diff with the file as opened',
  diffViewCount: (count: number) =>
    `Diff with the file as opened, ${formatNumber(count)} line${count === 1 ? '' : 's'}`,
  diffNone: 'The file is as it was opened.',
  diffFolded: 'equal lines',
  diffTable: 'Lines that differ from the file as opened',
  diffColumns: { before: 'As opened', after: 'Now', change: 'Change', line: 'Line' },
  diffKinds: { same: 'the same', gone: 'gone', new: 'new' },
  loadingEditor: 'The editor is loading.',
  editorFailed: (why: string) => `The file could not be shown: ${why}. Reload the page to try again.`,
  noProblem: 'No problem',
  problems: (count: number) => `${formatNumber(count)} problem${count === 1 ? '' : 's'}`,
  problemList: 'Problems of the file',
  goTo: (line: number, column: number) => `Go to line ${line}, column ${column}`,
  correct: 'Correct it',
  correctTo: (word: string) => `Correct to ${word}`,
  keys: 'Tab indents; Escape, then Tab, leaves the editor. F8 goes to the next problem, Ctrl+Space completes, Ctrl+F searches.',
  edited: (from: number, to: number) => (from === to ? `edit line ${from}` : `edit lines ${from} to ${to}`),
  lastValid: (time: string, line: number) =>
    `Results of the last valid file, ${time}. Correct line ${line} to run the file as it stands.`,
  neverValid: (line: number) => `Results of the file as it was. Correct line ${line} to run it as it stands.`,
  draftKept: 'This is what you were writing.',
  draftOld: 'This is what you were writing; the file was changed elsewhere meanwhile.',
  dropDraft: 'Go back to the valid file',

  // Documentation of a place.
  atPlace: 'At the cursor',
  noPlace: 'Put the cursor on a key to read what it means.',
  takes: (what: string) => `Takes ${what}.`,
  here: (value: string) => `In the file: ${value}.`,
  leftOut: (value: string) => `Left out, it is ${value}.`,
  byDefault: (value: string) => `By default ${value}.`,
  bounds: (low: string, high: string) => `Between ${low} and ${high}.`,
  atLeast: (low: string) => `At least ${low}.`,
  atMost: (high: string) => `At most ${high}.`,
  range80: (low: string, high: string) => `, 80${thin}%: ${low} to ${high}`,
  evidence: {
    assumed: 'assumed',
    expert: 'expert',
    fitted: 'fitted',
    backtested: 'back-tested',
  } satisfies Record<Evidence, string>,
  rests: (evidence: string, source: string) => `${evidence}: ${source}`,
  required: 'must be there',

  // Results.
  resultTabs: 'Results',
  views: {
    plans: 'Plans',
    inputs: 'What moves it',
    sweep: 'Sweep',
    best: 'Best plan',
    history: 'History',
  },

  // Runs.
  run: (draws: number) => `Run ${formatNumber(draws)} draws`,
  drawsOf: (done: number, total: number) => `${formatNumber(done)} of ${formatNumber(total)} draws`,
  blocksOf: (done: number, total: number) => `${formatPercent(done / total, 0)} done`,
  searched: (done: number, most: number) =>
    `${formatNumber(done)} plans tried, at most ${formatNumber(most)}`,
  secondsLeft: (seconds: number) => `${formatDuration(seconds)} left`,
  plansRun: (plans: number) =>
    `${formatNumber(plans)} plan${plans === 1 ? '' : 's'} · the figures below are from these draws`,
  draws: 'Draws',
  drawsChoice: (draws: number) => formatNumber(draws),
  sofar: (what: string) => `figures below are from the first ${what}`,
  takesAbout: (seconds: number) => `about ${formatDuration(seconds)}`,
  takesUnknown: 'how long it takes shows once it runs',
  cancel: 'Cancel',
  cancelled: 'Cancelled.',
  cancelledKeeps: (done: number) => `Cancelled; the figures are from the first ${formatNumber(done)} draws.`,
  failed: (why: string) => `The run stopped: ${why}. Your file is unchanged.`,
  stale: 'These are results of the file before your last changes.',
  again: 'Run again',
  progress: 'Progress of the run',

  // Plans.
  noPlans: 'The file has no plan to compare. Add one under plans.',
  losesIn: (chance: string) => `${chance} runs`,
  compareTitle: (count: number) =>
    count === 1 ? 'One plan, in figures' : `${numberWord(count)} plans, only what differs`,
  compareSub: (same: number, months: number) =>
    `${same === 0 ? '' : `${formatNumber(same)} decision${same === 1 ? ' is' : 's are'} the same in every plan and not shown · `}against doing nothing, ${formatMonths(months)}`,
  decision: 'Decision',
  none: 'none',
  interval: (low: string, high: string) => `${low} to ${high}`,
  fewer: (bound: number) => `fewer than ${bound} of 100`,
  more: (bound: number) => `more than ${bound} of 100`,
  of100: (count: string) => `${count} of 100`,
  rows: {
    profit: 'Profit impact',
    profitSub: `mean and 80${thin}% of runs`,
    chance: 'Chance of loss',
    lost: 'Customers lost',
    breakEven: 'Break-even',
    breakEvenSub: 'customers lost',
    best: 'Best of all in',
    bestSub: 'of runs, doing nothing included',
    over: 'Profit over time',
    overSub: `cumulative, against doing nothing; median, 50 and 80${thin}% of runs; one scale`,
  },
  alwaysPays: 'always pays',
  neverPays: 'never pays',
  priceAt: (month: string) => `Price, ${month}`,
  feeAt: (name: string, month: string) => `Fee “${name}”, ${month}`,
  inSteps: (change: string, steps: number, months: number) =>
    `${change} in ${steps} steps, every ${formatMonths(months)}`,
  monthOf: (month: number) => `month ${month}`,
  told: 'Notice',
  reason: 'Reason given',
  who: 'Who',
  spared: 'Spared',
  also: 'Also',
  noNotice: 'none',
  fanSummary: (plan: string, low: string, middle: string, high: string, months: number) =>
    `${plan}: after ${formatMonths(months)} ${middle} in the median run, ${low} to ${high} in 80${thin}% of runs.`,
  beats: (plan: string, other: string, chance: string) => `${plan} beats ${other} in ${chance} of 100 runs.`,
  notDistinct: (plan: string, other: string, share: string, rest: string) =>
    `${plan} and ${other} are not yet distinguishable: ${share} to ${rest}.`,
  moreRuns: (count: number) => `About ${formatCount(count)} more runs would tell.`,
  noRuns: 'No number of runs that is worth waiting for would tell.',
  pairs: 'Plan against plan',
  doNothing: 'doing nothing',
  verdictSoon: 'The verdict follows with the first fifty draws.',
  verdictOne: (plan: string) => [`${plan} loses money in `, ' runs.'] as const,
  verdictBest: (plan: string, best: string) =>
    [`${plan} loses money in `, ` runs, and is the best choice in ${best}.`] as const,
  verdictOther: (plan: string, other: string, chance: string, better: string) =>
    [
      `${plan} loses money in `,
      ` runs. ${other} does in ${chance}; it is the better plan in ${better}.`,
    ] as const,
  verdictNothing: (plan: string) =>
    [`${plan} loses money in `, ' runs; on average, doing nothing is better.'] as const,

  // What moves it.
  measure: 'Measure',
  measures: { profit: 'Profit', profitWithEquity: 'Profit with value after the end', attrition: 'Attrition' },
  ofPlan: (plan: string) => `of the plan “${plan}”`,
  origin: (title: string, plan: string, seed: string) => `Kept · ${title} · ${plan} · seed ${seed}`,
  sofarBelow: 'what is shown is from what is done so far',
  cancelledPartly: 'Cancelled; what is shown is from what was done by then.',
  indistinct: 'not told from 0',
  inputsOf: (done: number, total: number) => `${formatNumber(done)} of ${formatNumber(total)} inputs`,
  tornadoTitle: 'What moves the answer, input by input',
  tornadoWhy: (inputs: number) =>
    `Takes each of ${formatNumber(inputs)} uncertain inputs to both ends of its 80${thin}% range, the others as believed.`,
  tornadoAsk: 'Draw the tornado',
  tornadoNone: 'No input that is uncertain moves this figure',
  tornadoFlips: (name: string, plan: string) => `${name} alone can turn ${plan} into a loss`,
  tornadoMost: (name: string, plan: string) => `${name} moves ${plan} most`,
  tornadoEnds: (name: string, low: string, atLow: string, high: string, atHigh: string) =>
    `${name} ${low} gives ${atLow}, ${high} gives ${atHigh}`,
  tornadoSub: (measure: string, months: number, without: number) =>
    `${measure} against doing nothing over ${formatMonths(months)}, when one input moves across its 80${thin}% range · the input stands at each end, then the result · solid is better, hollow worse${without > 0 ? ` · ${formatNumber(without)} inputs move nothing` : ''}`,
  asPlanned: (value: string) => `as planned ${value}`,
  shareOfSpread: 'share of the spread',
  indicesHead: 'Where the spread comes from',
  indicesWhy: 'Sobol’ indices: all inputs move at once, and the spread of the result is split among them.',
  indicesAsk: 'Split the spread',
  indicesNone: 'Nothing that is uncertain moves this figure',
  indicesTitle: (share: string) => `${share} of the spread rests on judgement`,
  indicesSub: (measure: string, rows: number, runs: number) =>
    `Share of the variance of ${measure.toLowerCase()}, with 95${thin}% intervals · full: known alone, hollow: with all it has a hand in · ${formatNumber(rows)} rows, ${formatCount(runs)} runs`,
  firstIndex: 'alone',
  totalIndex: 'in all',
  rowsOfDesign: 'Rows',
  together: (share: string) => `together ${share}`,
  everythingElse: (inputs: number) => `${formatNumber(inputs)} other inputs together`,
  worthHead: 'What it is worth to know more',
  worthWhy: 'How much better the choice among all plans would be if an input were known before.',
  worthAsk: 'Work out its worth',
  worthTitle: (name: string, money: string) => `Knowing ${name} first would be worth ${money}`,
  worthNone: 'No input on its own is worth knowing before this choice',
  worthSub: (best: string, draws: number, perfect: string, error: string) =>
    `Against choosing ${best}, the best on average · ${formatNumber(draws)} draws · knowing everything: ${perfect} ± ${error}`,
  worthWithout: (inputs: number) => `${formatNumber(inputs)} other inputs could not change the choice.`,
  option: 'Choice',
  meanProfit: 'Mean',
  bestIn: 'Best in',
  causesHead: 'What brings the money, and what takes it back',
  causesWhy: 'Splits the impact of the plan by cause, draw by draw.',
  causesAsk: 'Split it by cause',
  causesSub: (months: number) =>
    `Profit over ${formatMonths(months)}, from doing nothing to the plan, by cause · means, whisker 80${thin}% of runs`,
  sheet: {
    path: 'Input',
    meaning: 'Meaning',
    evidence: 'Evidence',
    low: 'Low',
    high: 'High',
    atLow: 'At low',
    atHigh: 'At high',
    indices: [
      'Alone',
      'Alone, 95 % from',
      'Alone, 95 % to',
      'In all',
      'In all, 95 % from',
      'In all, 95 % to',
    ],
    worth: 'Worth',
    error: 'Standard error',
  },

  // Sweep.
  planNumber: (meaning: string, month: number) => `${meaning}, month ${month}`,
  sweepTitle: 'What if a number were another',
  sweepWhy:
    'Takes one or two numbers of the plan or the world through evenly spaced values, the others as they are.',
  sweepAsk: 'Sweep',
  sweepOne: 'Only one number',
  sweepTwo: 'A second number',
  axisFirst: 'First number, upwards',
  axisSecond: 'Second number, to the right',
  axisNumber: 'Number',
  axisFrom: 'from',
  axisTo: 'to',
  axisSteps: 'values',
  ofThePlan: 'The plan',
  ofTheWorld: 'The world',
  drawsEach: 'Draws at each point',
  atBest: 'none: best values',
  sweptMeasures: {
    profit: 'Profit',
    profitWithEquity: 'Profit with value after the end',
    attrition: 'Attrition',
    chanceOfLoss: 'Chance of loss',
  },
  sweepProblems: {
    same: 'The same number stands twice; pick another.',
    number: 'Write numbers such as 0.08 or 8 %.',
    order: 'From must be less than to.',
    points: 'That are too many runs for a browser: take fewer values or draws.',
    steps: 'Take between 2 and 201 values.',
  },
  sweepPays: (pays: number, points: number) =>
    pays === points
      ? 'The plan pays at every point'
      : pays === 0
        ? 'The plan pays at no point'
        : `The plan pays at ${formatNumber(pays)} of ${formatNumber(points)} points`,
  sweepRange: (measure: string, low: string, high: string) => `${measure} goes from ${low} to ${high}`,
  sweepSub: (measure: string, months: number, draws: number) =>
    `${measure} against doing nothing over ${formatMonths(months)} · ${draws === 0 ? 'at best values' : `means of ${formatNumber(draws)} draws`} · the frame marks what is planned`,
  sweepLow: (title: string) => `${title}, 80 % from`,
  sweepHigh: (title: string) => `${title}, 80 % to`,

  // The best plan.
  bestHead: 'The best plan',
  bestWhy: (free: number) =>
    `Searches the ${formatNumber(free)} number${free === 1 ? '' : 's'} that the file leaves free for what optimise asks for. How long it takes depends on what it finds.`,
  bestNone: 'The file leaves nothing free. Leave numbers of a plan to the search, and say what is best:',
  bestExample: `plans:
  - name: Find the fee
    actions:
      - at: 4
        price: { by: { free: 0 % to 20 %, start: 8 % } }
optimise:
  plan: Find the fee
  maximise: profitWithEquity
  keep:
    - { measure: chanceOfLoss, atMost: 10 % }`,
  bestAsk: 'Search',
  bestFound: 'best found',
  bestTitle: (measure: string, gain: string, onBound: boolean) =>
    `${onBound ? 'The best lies on a bound' : 'The best found'}: ${gain} in ${measure.toLowerCase()} beyond the plan’s start`,
  bestInfeasible: 'No plan within the bounds keeps every condition; this one breaks them least',
  bestSub: (plan: string, draws: number, plans: number, cutShort: boolean) =>
    `${plan} · means of ${formatNumber(draws)} draws ± standard error · ${formatNumber(plans)} plans measured${cutShort ? ', then the search was cut short' : ''}`,
  bestColumns: {
    decision: 'Decision',
    value: 'Best',
    flat: 'As good within',
    figure: 'Against doing nothing',
    best: 'Best',
    start: 'At its start',
  },
  flat: (from: string, to: string) => `${from} to ${to}`,
  onBound: (bound: string) => `on the bound ${bound}: the best may lie beyond`,
  goalMeasures: {
    profit: 'Profit',
    profitWithEquity: 'Profit with value after the end',
    equity: 'Value after the end',
    revenue: 'Revenue',
    attrition: 'Attrition',
    peakAttrition: 'Largest attrition',
    customersLost: 'Customers lost',
    joinersForgone: 'Newcomers forgone',
    customersEndDifference: 'Customers at the end',
    chanceOfLoss: 'Chance of loss',
  },
  condition: (
    measure: string,
    segment: string | undefined,
    bound: 'atMost' | 'atLeast',
    value: string,
    mean: string,
    binding: boolean,
  ) =>
    `${measure}${segment === undefined ? '' : ` of ${segment}`}: ${mean}, to be ${bound === 'atMost' ? 'at most' : 'at least'} ${value}${binding ? '; this condition binds' : ''}`,
  frontier: 'What else could be had',
  frontierColumns: [
    'Gain',
    'Standard error',
    'Attrition',
    'Standard error of attrition',
    'Keeps every condition',
  ],
  frontierSummary: (plans: number, least: string, most: string) =>
    `${formatNumber(plans)} plans of which none brings more and loses fewer, from ${least} to ${most}.`,
  yes: 'yes',
  no: 'no',
  bestWrite: 'Write it into the file',
  bestStep: (plan: string) => `best values of ${plan}`,

  // History.
  historyTitle: (done: number) =>
    done === 0 ? 'Nothing done yet' : `${numberWord(done)} step${done === 1 ? '' : 's'}, newest first`,
  historySub: 'All that was done on this page since it was opened; going back can itself be taken back.',
  historyStart: 'the page as it began',
  historyNow: 'you are here',
  historyBack: 'Go back to this',
  historyForth: 'Go forth to this',
  historyBackTo: (name: string) => `Go back to: ${name}`,
  historyForthTo: (name: string) => `Go forth to: ${name}`,

  // Command line.
  command: 'The same on the command line',
  copy: 'Copy',
  copied: 'Copied',
  copyFailed: 'The browser did not let the page copy it.',
  exportResult: 'Result (JSON)',
  exportCsv: 'All figures by month (CSV)',
};

const words = [
  'No',
  'One',
  'Two',
  'Three',
  'Four',
  'Five',
  'Six',
  'Seven',
  'Eight',
  'Nine',
  'Ten',
  'Eleven',
  'Twelve',
];

export function numberWord(count: number): string {
  return words[count] ?? formatNumber(count);
}

/** "4 s", "2 min", "1 h 10 min". */
export function formatDuration(seconds: number): string {
  if (seconds < 1) return 'under 1 s';
  if (seconds < 90) return `${formatNumber(Math.round(seconds))} s`;
  const minutes = Math.round(seconds / 60);
  if (minutes < 90) return `${formatNumber(minutes)} min`;
  return `${formatNumber(Math.floor(minutes / 60))} h ${minutes % 60} min`;
}

const clockFormat = new Intl.DateTimeFormat('en-US', {
  hour: '2-digit',
  minute: '2-digit',
  hourCycle: 'h23',
});

/** A moment of the reader's own day: "14:32". */
export function formatClock(milliseconds: number): string {
  return clockFormat.format(milliseconds);
}

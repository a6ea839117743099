import { formatCount, formatMonths, formatNumber, formatPercent, thin } from '../format.ts';
import { fileText } from './file-text.ts';
import { studyText } from './study-text.ts';
import { formatDuration, numberWord } from './write-time.ts';

/** The words of Analyse. Those about the file are in file-text.ts, those about its studies in study-text.ts. */
export const text = {
  ...fileText,
  ...studyText,
  heading: (title: string) => `Analyse: ${title}`,
  panes: 'File and results',
  filePane: 'File',
  resultsPane: 'Results',
  divider: 'Width of the file',
  dividerShare: (share: number) => formatPercent(share / 100, 0),

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
  takesAbout: (seconds: number) =>
    seconds < 1 ? formatDuration(seconds) : `about ${formatDuration(seconds)}`,
  takesUnknown: 'how long it takes shows once it runs',
  cancel: 'Cancel',
  cancelled: 'Cancelled.',
  cancelledKeeps: (done: number) => `Cancelled; the figures are from the first ${formatNumber(done)} draws.`,
  failed: (why: string) => `The run stopped: ${why}. Your file is unchanged.`,
  stale: 'These are results of the file before your last changes.',
  staleOfPlan: (plan: string) => `These are results of ${plan}; another plan is chosen now.`,
  staleOfSettings: 'These are results of the settings before.',
  again: 'Run again',
  progress: 'Progress of the run',

  // Plans.
  noPlans: 'The file has no plan to compare. Add one under plans.',
  compareTitle: (count: number) =>
    count === 1 ? 'One plan, in figures' : `${numberWord(count)} plans, only what differs`,
  compareSub: (same: number, months: number) =>
    `${same === 0 ? '' : `${formatNumber(same)} decision${same === 1 ? ' is' : 's are'} the same in every plan and not shown · `}against doing nothing, ${formatMonths(months)}`,
  decision: 'Decision',
  none: 'none',
  /** A sign stays with its figure. */
  interval: (low: string, high: string) => `${low} to ${high}`.replaceAll(/([+−])(?=\D)/g, '$1\u2060'),
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
  beats: (plan: string, other: string, chance: string) => `${plan} beats ${other} in ${chance} runs.`,
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

  // Command line.
  command: 'The same on the command line',
  copy: 'Copy',
  copied: 'Copied',
  copyFailed: 'The browser did not let the page copy it.',
  exportResult: 'Result (JSON)',
  exportCsv: 'All figures by month (CSV)',
};

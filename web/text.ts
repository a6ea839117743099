import type { FeeDisplay, Reason } from '../models/index.ts';
import { formatCount, formatMonths, formatNumber, formatPercent, lowerFirst, thin } from './format.ts';
import type { ScenarioGroup } from './state/choice.ts';
import type { Room } from './state/place.ts';

/** The page's words, in one place. Sentences made from results are in findings.ts and summaries.ts. */
export const text = {
  product: 'Kept',
  skip: 'Skip to the content',
  roomsLabel: 'Rooms',
  rooms: { decide: 'Decide', teach: 'Teach', analyse: 'Analyse' } satisfies Record<Room, string>,
  scenarioLoading: 'The scenario is loading.',
  roomLoading: (room: string) => `${room} is loading.`,
  roomFailed: (room: string, why: string) =>
    `${room} could not be loaded: ${why}. Reload the page to try again.`,
  restored: (title: string, time: string) => `${title} is as you left it, ${time}.`,
  scenario: 'Scenario',
  groups: {
    template: 'Start anew',
    shipped: 'Shipped with Kept',
    lesson: 'Lessons',
    backtest: 'Tested against the past',
    server: 'On the server',
    own: 'Opened here',
  } satisfies Record<ScenarioGroup, string>,
  open: 'Open a file',
  undo: 'Undo',
  redo: 'Redo',
  undoNamed: (name: string) => `Undo: ${name}`,
  redoNamed: (name: string) => `Redo: ${name}`,
  undone: (name: string) => `Undone: ${name}`,
  redone: (name: string) => `Redone: ${name}`,
  downloadScenario: 'Download the scenario (YAML)',
  downloadedValid: 'Only the last valid file is downloaded; what you are writing has a problem.',
  downloadResult: (draws: number) => `Download the result (JSON, ${formatNumber(draws)} draws)`,
  resultProgress: (done: number, total: number) =>
    `Running all plans: ${formatNumber(done)} of ${formatNumber(total)} draws`,
  cancel: 'Cancel',

  // Names of steps in the history.
  stepFee: (percent: string) => `fee ${percent}`,
  stepFrom: (month: string) => `from ${month}`,
  stepNotice: (notice: string) => `notice: ${notice}`,
  stepReason: (reason: string) => `reason: ${reason}`,
  stepSteps: (count: number) => `in ${count} step${count === 1 ? '' : 's'}`,
  stepEvery: (months: number) => `a step every ${formatMonths(months)}`,
  stepWho: (who: string) => `who: ${who}`,
  stepPlan: (name: string) => `plan ${name}`,
  stepOpen: (title: string) => `open ${title}`,

  // The plan.
  planTitle: 'The rest of the plan',
  planSub: 'Grey is as today; a dot marks what is changed',
  plan: 'Plan',
  who: 'Who',
  from: 'From',
  steps: 'In steps',
  stepsEvery: 'Months between steps',
  stepsWithin: (within: number, all: number, months: number) =>
    `${within} of ${all} steps ${within === 1 ? 'falls' : 'fall'} within the ${formatMonths(months)}`,
  notice: 'Notice',
  reason: 'Reason given',
  everyone: 'Everyone',
  chooseEveryone: 'Choose everyone',
  segmentsOf: (count: number, all: number) => `${count} of ${all} segments`,
  customers: (count: number) => `${formatCount(count)} customer${Math.round(count) === 1 ? '' : 's'}`,
  month: (month: number, calendar: string | null) =>
    calendar ? `${calendar}, month ${month}` : `Month ${month}`,
  monthNumber: (month: number) => `month ${month}`,
  noNotice: 'None: found on the bill',
  sameMonth: 'In the same month',
  noticeOf: (months: number) => formatMonths(months),
  noticeCut: (wished: number, given: number) =>
    `A notice of ${formatMonths(wished)} would fall before month 1; ${given === 0 ? 'customers are told in the same month' : `customers are told ${formatMonths(given)} before`}`,
  every: (months: number) => `every ${formatMonths(months)}`,
  reasons: {
    none: 'None',
    cost: 'Our costs rose',
    quality: 'Better service',
    market: 'Others charge more',
    profit: 'To earn more',
  } satisfies Record<Reason, string>,
  shown: {
    'in the price': 'as part of the price',
    'at purchase': 'shown at purchase',
    'at billing': 'shown on the bill',
  } satisfies Record<FeeDisplay, string>,
  spared: 'Spared',
  sparedFrom: (months: number, until: number | undefined) =>
    `Customers of ${formatMonths(months)} and more, ${until === undefined ? 'for good' : `until month ${until}`}`,
  inSteps: (count: number, months: number) => `in ${count} steps, ${text.every(months)}`,
  noticeIs: (notice: string) => `notice: ${lowerFirst(notice)}`,
  reasonIs: (reason: string) => `reason given: ${lowerFirst(reason)}`,
  sparedAre: (who: string) => `spared: ${lowerFirst(who)}`,
  also: 'Also',
  does: 'Does',

  // The fee.
  fee: 'Change in the monthly fee',
  feeField: 'Change in the monthly fee, percent',
  feeUp: 'Fee up by half a percent',
  feeDown: 'Fee down by half a percent',
  feeSpoken: (percent: string, price: string) => `${percent}, ${price} a month`,
  feeUnreadable: 'Write a change such as 8 or −5 %, or a new price such as =\u00a066.40\u00a0*\u00a01.08.',
  feeTooFar: (low: string, high: string) => `Fees here go from ${low} to ${high}.`,
  feeFromNothing: 'This plan adds a fee to what customers pay today, and a fee cannot fall below nothing.',
  feeLowest: 'A price cannot fall to nothing, a fee cannot fall below nothing; try a smaller cut.',
  feeOtherCurrency: (sign: string) =>
    `Prices here are in ${sign}. Write a change such as 8 or −5 %, or a new price in ${sign}.`,
  numberBetween: (low: string, high: string) => `Write a number from ${low} to ${high}.`,
  numberFrom: (low: string) => `Write a number of ${low} or more.`,
  becomes: 'becomes',
  aMonth: 'a month, on average',
  separateFee: (name: string, amount: string, shown: string) => `${amount} as the fee “${name}”, ${shown}`,
  ruleOfThumb: (share: string, rise: string, margin: string) =>
    `Rule of thumb: break-even ${share} = ${rise} ÷ (${margin} + ${rise})`,
  chanceOfLoss: (chance: string) => `chance of loss ${chance}`,
  atBest: 'at best values',
  atBestSoon: 'at best values; means and bands follow',
  yourFee: (percent: string, profit: string) => `your fee ${percent}: ${profit}`,
  interval80: (low: string, high: string) => `80${thin}%: ${low} to ${high}`,
  best: 'best',
  bestOnAverage: (percent: string) => `best on average ${percent}`,
  onBound: 'on the bound',
  bestOnBound: (percent: string) => `highest at ${percent}: on the bound`,
  bestDetail: (profit: string, chance: number) => `${profit}, ${Math.round(chance * 100)} in 100 lose`,
  breakEven: 'break-even',
  breakEvenAt: (share: number) => `break-even ${formatPercent(share)}`,
  breakEvenFee: (percent: string) => `break-even ${percent}`,
  breakEvenDetail: 'above this, a loss on average',
  beyond: 'beyond the evidence',
  mean: 'mean',
  of80: `80${thin}% of runs`,
  of50: `50${thin}%`,

  // Verdict and dots.
  raiseFee: (percent: string, month: string) => `Raise the fee by ${percent} from ${month}`,
  cutFee: (percent: string, month: string) => `Cut the fee by ${percent} from ${month}`,
  keepFee: 'Leave the fee as it is',
  changed: 'changed',
  planNamed: (name: string, changed: boolean) => `plan “${name}”${changed ? ', changed' : ''}`,
  against: (months: number) => `against doing nothing, ${formatMonths(months)}`,
  allCustomers: (customers: number) => `all ${formatCount(customers)} customers`,
  dotsAxis: 'room left before break-even · a dot is 1 run in 100',
  dotsTitle: 'Room before break-even in one hundred runs',
  dotsSummary: (losing: number, middle: string) =>
    `Of one hundred runs, ${losing} lose money; the middle one has ${middle} of customers left before break-even.`,
  dotsWaiting: 'One hundred runs follow in a moment.',
  dotsNone: 'No run has a break-even to measure from.',
  losing: (count: number) => `${count} of 100 lose money`,
  moreLeft: (count: number) => `← ${count} more`,
  moreRight: (count: number) => `${count} more →`,

  // Figures.
  showTable: 'Show as table',
  tableOf: (caption: string) => `Table: ${caption}`,
  savePicture: 'Save as picture',
  saveTable: 'Save as CSV',
  of: 'of',
  feeSub: (months: number) =>
    `Profit impact over ${formatMonths(months)}, present value, by change in the monthly fee`,
  meanAndBands: `mean, 50${thin}% and 80${thin}% of runs; the median is dotted`,
  bands: 'the median is dotted',
  profitSub: 'Cumulative profit, plan minus doing nothing, not discounted',
  customersSub: 'Customers, plan minus doing nothing',
  segmentsSub: `Extra leavers as a share of each segment’s customers · mean and 80${thin}% of runs`,
  breakEvenOfAsked: 'break-even as a share of those it is for',
  breakEvenBeyond: (share: number, forAll: boolean) =>
    `break-even, ${formatPercent(share)}${forAll ? '' : ' of those it is for'}, lies outside the picture`,
  segmentsSubBest: 'Extra leavers as a share of each segment’s customers',
  figuresTitle: 'In figures',
  figuresSub: (months: number) =>
    `Plan minus doing nothing over ${formatMonths(months)} · mean and 80${thin}% of runs`,
  figuresSubBest: (months: number) => `Plan minus doing nothing over ${formatMonths(months)}`,
  feeRises: (percent: number) => (percent < 0 ? 'fee falls' : 'fee rises'),
  lastMonth: (month: number) => `month ${month}`,

  // Columns of tables.
  columns: {
    change: 'Fee change',
    month: 'Month',
    segment: 'Segment',
    customers: 'Customers at the start',
    lost: 'Extra leavers',
    share: 'Share',
    profit: 'Profit impact',
    best: 'At best values',
    mean: 'Mean',
    median: 'Median',
    chance: 'Chance of loss',
    measure: 'Figure',
    run: 'Run',
    margin: 'Safety margin',
    attrition: 'Attrition',
    low: (share: number) => `${share}${thin}% from`,
    high: (share: number) => `${share}${thin}% to`,
  },

  measures: {
    profit: 'Profit, present value',
    profitWithEquity: (months: number) => `… and what customers bring after month\u00a0${months}`,
    revenue: 'Revenue, present value',
    attrition: 'Attrition of today’s base',
    customersLost: 'Customers lost of today’s base',
    peak: (month: number) => `Largest attrition, month\u00a0${Math.round(month)}`,
    newcomers: 'Newcomers, staying or not',
    customersEnd: 'Customers at the end',
    breakEven: 'Break-even attrition',
    chanceOfLoss: 'Chance of loss',
    ofPlan: (name: string, unit: string) =>
      unit ? `${name} under the plan, ${unit}` : `${name} under the plan`,
  },

  // Empty, failed, broken.
  printBoard: 'Print for the board',
  belowFailed: (why: string) =>
    `The other figures could not be loaded: ${why}. Reload the page to try again.`,
  emptyFee: 'What would a higher fee do?',
  emptyTitle: 'No scenario is open.',
  emptyWhat: 'Start from a template or a shipped one, or drop a file anywhere on the page.',
  emptyStart: 'Start from the template',
  pageRenewed: 'Kept was renewed since this page was opened',
  partMissing: 'A part of the page did not load',
  partMissingReload: (kept: boolean) =>
    kept
      ? 'Reload the page to go on; what you set is kept.'
      : 'Reload the page to go on. The browser could not keep what you set: download the scenario first.',
  partMissingNoAnswer:
    'The server does not answer. What you set is still here; try once more when the server runs again.',
  reload: 'Reload the page',
  drawsFailed: (message: string) => `The draws stopped: ${message}. What is shown is at best values.`,
  failedTitle: 'The run stopped',
  failedKeeps:
    'Your file is unchanged, and so are your settings. Undo the last step or open another scenario.',
  problemsTitle: (file: string, count: number) =>
    count === 1 ? `${file} has a problem` : `${file} has ${count} problems`,
  stillOpen: 'The scenario that was open is still open, with your settings.',
  correctLines: 'Correct these lines and open the file again.',
  keptIsBroken: (file: string) => `${file} was open here and cannot be opened as it is`,
  keptAdvice:
    'This Kept reads it otherwise than the one it was written with. Save the text, correct these lines and open it.',
  saveRescue: (file: string) => `Save ${file}`,
  line: (line: number, column: number) => `Line ${line}, ${column}`,
  close: 'Close',
  copy: 'Copy the list',
  copied: 'Copied.',
  unreadable: (file: string) => `${file} could not be read.`,
  tooLarge: (file: string) => `${file} is larger than 2 MiB; a scenario is a short text.`,
  copyLink: 'Copy link',
  copyLinkWhat:
    'Copy a link to this scenario with your settings; the scenario is in the link, no server sees it',
  link: 'Link',
  linkDone: 'Link copied',
  linkCopied: (host: string) => `Link copied, for Kept at ${host}.`,
  linkCopiedTitle: 'The link is copied',
  linkLong: (length: number) =>
    `It has ${formatNumber(length)} characters, as the whole scenario is in it. Some mail programs cut links above 8,000; if in doubt, send the file instead.`,
  linkByHand: 'Copy this link',
  linkByHandWhy:
    'The browser did not let the page copy it. It is selected: copy it with the keyboard or the menu.',
  linkTooLong: 'Too long for a link',
  linkTooLongWhy: (length: number) =>
    `The link would have ${formatNumber(length)} characters, and above 32,000 many programs cut it. Download the scenario and send the file instead.`,
  linkScenario: 'The scenario of the link',
  linkAdvice:
    'The scenario that was open is still open, with your settings. Ask for the scenario as a file, or for a link made anew.',
  linkDamaged: 'The link is damaged.',
  linkDamagedAdvice:
    'Part of it is missing or changed, as happens when a mail program cuts it. Copy the whole link once more, or ask for the scenario as a file. The scenario that was open is still open.',
  linkOther: 'The link was made by another version of Kept.',
  linkOtherAdvice:
    'Open it with that version, or ask for the scenario as a file. The scenario that was open is still open.',
  linkChanged: (title: string, file: string) =>
    `${title} is open as the link has it, changed against ${file}. Undo goes back to that.`,
  linkFailed: 'The link could not be opened.',
  linkUnmade: 'The link could not be made.',
  saveFailed: 'The file could not be written.',
  openFailed: (title: string) => `${title} could not be loaded.`,

  // The server.
  save: 'Save',
  saveWhat: 'Save to the server, with your settings',
  saveIs: 'Saved',
  token: 'Sign in',
  tokenWhat: 'With a token, open and save the scenarios of this server',

  // Provenance.
  seed: (seed: string) => `seed ${seed}`,
  digest: (digest: string) => `scenario ${digest.slice(0, 4)} ${digest.slice(4, 8)}`,
  draws: (done: number, total = done) =>
    `${formatNumber(done)}${done < total ? ` of ${formatNumber(total)}` : ''} draws, each plan on the same draws`,
  loaded: (title: string) => `${title} is open.`,
};

import { formatCount, formatMonths, formatNumber, thin } from '../format.ts';
import { numberWord } from './write-time.ts';

/** Words about what the file comes to: studies, history, the server. */
export const studyText = {
  // What moves it.
  measure: 'Measure',
  measures: { profit: 'Profit', profitWithEquity: 'Profit with value after the end', attrition: 'Attrition' },
  plan: 'Plan',
  origin: (title: string, plan: string, seed: string) => `Kept · ${title} · ${plan} · seed ${seed}`,
  originOfAll: (title: string, seed: string) => `Kept · ${title} · all plans · seed ${seed}`,
  sofarBelow: 'what is shown is from what is done so far',
  cancelledPartly: 'Cancelled; what is shown is from what was done by then.',
  indistinct: 'not told from 0',
  aboutNone: 'about 0',
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
  indicesFirst: 'Draw the tornado first: its largest inputs are split.',
  indicesAsk: 'Split the spread',
  indicesNone: 'Nothing that is uncertain moves this figure',
  indicesTitle: (share: string) => `${share} of the spread rests on judgement`,
  indicesBetween: (low: string, high: string, rows: number) =>
    `${low} to ${high} of the spread rests on judgement, as far as ${formatNumber(rows)} rows tell`,
  indicesUnsure: (rows: number) =>
    `${formatNumber(rows)} rows do not tell yet how much of the spread rests on judgement`,
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
  worthWithout: (inputs: number, listed: boolean) =>
    `${formatNumber(inputs)} ${listed ? 'other ' : ''}input${inputs === 1 ? '' : 's'} could not change the choice.`,
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
    unit: 'Unit',
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
  frontierSub: (draws: number, hollow: boolean) =>
    `the curve is of ${formatNumber(draws)} draws${hollow ? '; hollow points break a condition' : ''}`,
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
  bestTold: 'Written in place of the free numbers and of optimise. Undo takes it back.',
  bestWritten:
    'Written into the file: the values found stand in place of the free numbers, and optimise with its conditions is gone. Undo takes it back.',
  bestGone:
    'The file leaves nothing free now, so there is nothing to search. What stands below was found for the file before.',
  /** Numbers that may be left free, by where they stand in their action. */
  freeNumbers: {
    at: 'Month of effect',
    announce: 'Told',
    'price.by': 'Change of the price',
    'price.to': 'New price',
    'price.phases': 'Steps',
    'price.every': 'Between steps',
  } as Readonly<Record<string, string>>,
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

  // The file on the server.
  serverTitle: 'Not on the server',
  serverNot: 'Save puts this scenario on the server; its versions stand here from then on.',
  serverReadOnly: 'What is changed here stays in this browser; download it to keep it elsewhere.',
  serverVersions: (name: string) => `${name} on the server`,
  serverSub:
    'What was replaced, newest first. A version opens here as one step; save it to put it back on the server.',
  serverLooking: 'Versions are being looked up.',
  serverNone: 'It was not changed on the server yet.',
  serverOpen: 'Open this version',
  serverOpenNamed: (time: string) => `Open the version of ${time}`,
  serverStep: (time: string) => `version of ${time}`,
  serverName: 'Name',
  serverRename: 'Rename',
  serverCopy: 'Copy to this name',
  serverTrash: 'Move to the trash',
  serverTrashSure: (name: string) => `Yes, move ${name} to the trash`,
  serverRenamed: (name: string) => `It is ${name} now.`,
  serverCopied: (name: string) => `Copied to ${name}.`,
  serverTrashed: (name: string) => `${name} is in the trash of the server; it is still open here.`,
  trashShow: 'Show the trash',
  trashTitle: 'Trash of the server',
  trashSub: 'What was deleted, newest first. Versions come back with it.',
  trashSubReading: 'What was deleted, newest first. Restoring takes a server and a token that change files.',
  trashLooking: 'The trash is being looked through.',
  trashNone: 'Nothing is in the trash.',
  trashCount: (count: number) => `${formatNumber(count)} deleted scenario${count === 1 ? '' : 's'}.`,
  trashFailed: (why: string) => `The trash could not be looked through: ${why}`,
  trashNotBack: (name: string, why: string) => `${name} is not restored: ${why}`,
  trashAgain: 'Look again',
  trashDeleted: (time: string, bytes: string) => `deleted ${time}, ${bytes}`,
  trashRestore: 'Restore',
  trashRestoreNamed: (name: string, time: string) => `Restore ${name}, deleted ${time}`,
  trashTaken: (name: string) => `There is another ${name} by now.`,
  trashRestoreAs: (name: string) => `Restore as ${name}`,
  trashBack: (name: string) => `${name} is back.`,
  trashOpen: 'Open',
  trashOpenNamed: (name: string) => `Open ${name}`,
  trashNotListed: (name: string) => `${name} cannot be opened: it is not in the server’s list as last read.`,
  trashClose: 'Close',
  bytes: (count: string) => `${count} bytes`,

  // Another scenario.
  otherTitle: 'Beside another scenario',
  otherSub: 'Picks a second file and puts its plans beside these, with the inputs in which the two disagree.',
  otherPick: 'Scenario',
  otherNone: 'none',
  otherFile: 'Choose a local file',
  otherAsk: 'Compare',
  otherWhy: 'Mean and 80 % of runs against doing nothing; each file has draws of its own seed.',
  otherPlans: 'Plans of both files',
  otherColumns: ['Plan', 'Profit impact', 'Chance of loss', 'Attrition'],
  otherSheet: ['File', 'Plan', 'Currency', 'Profit', '80 % from', '80 % to', 'Chance of loss', 'Attrition'],
  otherSame: 'Both files believe the same of the world.',
  otherInputs: (count: number) =>
    `${formatNumber(count)} input${count === 1 ? '' : 's'} in which the files disagree`,
};

import type { ClaimMeasure, CrowdGroup, Dimension, PadScope } from '../../models/index.ts';
import { formatCount, formatNumber, formatSigned, listNames } from '../format.ts';

const level = (value: number) => formatNumber(value, 1);

/** The words of Teach, in one place. */
export const words = {
  steps: 'Steps of the lesson',
  stepNames: {
    question: 'Question',
    predict: 'Predict',
    run: 'Run',
    reveal: 'Reveal',
    debrief: 'Debrief',
  },
  stepNotes: {
    question: 'what is asked',
    predict: (count: number) => (count === 0 ? 'no answer yet' : `sealed, ${answers(count)}`),
    run: (month: number, months: number) => `month ${month} of ${months}`,
    reveal: 'what comes out',
    debrief: 'the loop behind it',
  },
  lessons: 'All lessons',
  lessonsPick: 'Choose a lesson',
  lessonOf: (index: number, count: number) => `Lesson ${index} of ${count}`,
  lessonOfOwn: 'A lesson of your own or one that was shared',
  noLesson: 'No lesson: any scenario can be played',
  presenter: 'Presenter mode',
  next: (step: string) => `Next: ${step}`,
  openQuestion: (delivery: number) =>
    `With delivery at ${level(delivery)} of 10, which promise is worth most in the end?`,

  // The pad.
  padTitle: 'Promise against delivery',
  padSub:
    '0 to 10 each; on the line the promise is exactly kept. Delivery costs nothing here: costs are in the plans',
  padFold: 'The square',
  padHandle: 'Promise and delivery',
  padSpoken: (promise: number, delivery: number) =>
    `promise ${level(promise)}, delivery ${level(delivery)}: ${gapWords(promise, delivery)}`,
  promise: 'Promise',
  delivery: 'Delivery',
  onAxis: { promise: 'promise', delivery: 'delivery' },
  kept: 'promise kept',
  moreThanPromised: 'more than promised',
  lessThanPromised: 'less than promised',
  ofTen: 'of 10',
  levelSpoken: (value: number) => `${level(value)} of 10`,
  scope: 'What moves',
  scopes: {
    all: 'All five qualities',
    reliability: 'Reliability only',
    responsiveness: 'Responsiveness only',
    assurance: 'Assurance only',
    empathy: 'Empathy only',
    tangibles: 'Tangibles only',
  } satisfies Record<PadScope, string>,
  asToday: 'As today',

  // What is played.
  played: 'What is played',
  beside: 'Beside it',
  nothingBeside: 'nothing',
  thePad: 'The pad',
  keptPromise: 'Promise what is delivered',
  today: 'As today',
  todayWithin: 'as today',
  padAt: (promise: number, delivery: number) => `Promise ${level(promise)}, deliver ${level(delivery)}`,

  // Steps of the history.
  stepScope: (scope: string) => `moves ${scope.toLowerCase()}`,
  stepToday: 'promise and delivery as today',
  stepPlayed: (name: string) => `play ${name}`,
  stepBeside: (name: string) => `beside it ${name}`,

  // The crowd.
  gone: 'have left',
  groups: {
    saboteurs: 'saboteurs',
    dissatisfied: 'dissatisfied',
    satisfied: 'satisfied',
    delighted: 'delighted',
    advocates: 'advocates',
  } satisfies Record<CrowdGroup, string>,
  change: (change: number) => (change === 0 ? '±0' : formatSigned(change)),
  thisMonth: (change: number) => `${change === 0 ? '±0' : formatSigned(change)} this month`,
  atStart: 'at the start',
  crowdSub: (start: number, now: number, perDot: number) =>
    `One dot is ${perDot < 1.05 ? '1 customer' : `${formatNumber(perDot, perDot < 10 ? 1 : 0)} customers`}; a stroke marks who moved this month · ${formatCount(start)} dots at the start, ${formatCount(now)} now`,
  crowdStart: (advocates: number, saboteurs: number) =>
    `At the start ${formatCount(advocates)} of 1,000 advocate and ${formatCount(saboteurs)} sabotage`,
  crowdDown: (down: number, left: number, joined: number) =>
    `${formatCount(down)} think less of it this month; ${formatCount(left)} left, ${formatCount(joined)} joined`,
  crowdUp: (up: number, left: number, joined: number) =>
    `${formatCount(up)} think better of it this month; ${formatCount(left)} left, ${formatCount(joined)} joined`,
  crowdStill: (left: number, joined: number) =>
    `Minds stand still: ${formatCount(left)} left this month, ${formatCount(joined)} joined`,
  crowdSummary: (name: string, month: number, parts: string) => `${name}, month ${month}: ${parts}.`,
  crowdPart: (count: number, group: string) => `${formatCount(count)} ${group}`,
  recentLeavers: (months: number, count: number) =>
    `The hollow heap holds those who left in the last ${months} months, ${formatCount(count)} dots`,
  crowdColumns: {
    month: 'Month',
    customers: 'Dots there',
    left: 'Left this month',
    joined: 'Joined this month',
    leftSoFar: 'Have left',
  },
  meaning: 'What the heaps mean',
  meaningColumns: { heap: 'Heap', answer: 'Satisfaction, 0 to 10', why: 'Why there' },
  meaningWhy: {
    saboteurs: 'tell others to keep away',
    dissatisfied: 'do not praise; with the saboteurs, the detractors of the promoter score',
    satisfied: 'praise when asked',
    delighted: 'praise, and lie above the middle of those who do',
    advocates: 'recommend by themselves',
  } satisfies Record<CrowdGroup, string>,
  below: (cut: number) => `below ${formatNumber(cut, cut % 1 ? 1 : 0)}`,
  between: (low: number, high: number) =>
    `${formatNumber(low, low % 1 ? 1 : 0)} to ${formatNumber(high, high % 1 ? 1 : 0)}`,
  above: (cut: number) => `above ${formatNumber(cut, cut % 1 ? 1 : 0)}`,
  meaningNote:
    'Customers of one history share a mean and a spread of satisfaction. Between months dots take the smallest steps that turn one count into the next; leavers are drawn evenly from those who share a history.',

  // Playing.
  play: 'Play',
  pause: 'Pause',
  back: 'Back one month',
  forth: 'Forward one month',
  scrub: 'Month',
  monthOf: (month: number, months: number) => `Month ${month} of ${months}`,
  speed: 'Speed',
  speedOf: (speed: number) => (speed === 0.5 ? '½×' : `${speed}×`),
  speedSpoken: (speed: number) =>
    speed === 0.5 ? 'half speed' : speed === 1 ? 'normal speed' : `${speed} times`,
  keys: 'Keys',
  keysHelp: [
    ['Space', 'play or pause'],
    [', and .', 'back and forward one month'],
    ['Arrows', 'on the square: promise and delivery by 0.1, with Shift by 1'],
    ['R', 'reveal'],
  ] as readonly (readonly [string, string])[],
  presenterKeysHelp: [
    ['P', 'presenter mode'],
    ['← and →', 'in presenter mode: play, a step on or back, and along the loop'],
    ['Esc', 'leave presenter mode'],
  ] as readonly (readonly [string, string])[],
  spaceKey: 'Space',
  playWord: 'play',
  pauseWord: 'pause',
  revealWord: 'reveal',
  leaveWord: 'leave',
  backWord: 'back',
  onWord: 'on',
  stopOf: (stop: number, count: number) => `${stop} of ${count}`,
  keysOn: 'The keys of one letter or sign work anywhere in Teach',

  // Boardroom and customers.
  dimensions: {
    reliability: 'Reliability',
    responsiveness: 'Responsiveness',
    assurance: 'Assurance',
    empathy: 'Empathy',
    tangibles: 'Tangibles',
  } satisfies Record<Dimension, string>,
  boardSub: (month: number) =>
    `Quality of service in ${month === 0 ? 'the month before the plan' : `month ${month}`}, 0 to 10: what management believes, what customers perceive, what they were promised`,
  boardBlind: (dimensions: readonly string[], gap: number) =>
    `The boardroom is most blind on ${listNames(dimensions).toLowerCase()}: it believes in ${level(gap)} more than customers perceive`,
  boardHarsh: (dimensions: readonly string[], gap: number) =>
    `The boardroom thinks worst of ${listNames(dimensions).toLowerCase()}: ${level(gap)} less than customers perceive`,
  boardBlindAll: (gap: number) =>
    `The boardroom is equally blind on all: it believes in ${level(gap)} more than customers perceive`,
  boardHarshAll: (gap: number) =>
    `The boardroom thinks equally ill of all: ${level(gap)} less than customers perceive`,
  boardRight: 'The boardroom sees what customers see',
  blindBy: (gap: number) => `blind by ${level(gap)}`,
  harshBy: (gap: number) => `harsh by ${level(gap)}`,
  aboutRight: 'about right',
  perceive: 'customers perceive',
  believe: 'boardroom believes',
  promised: 'promised',
  boardColumns: {
    dimension: 'Dimension',
    perceived: 'Customers perceive',
    believed: 'Boardroom believes',
    promised: 'Promised',
    gap: 'Gap',
  },

  // Sign-ups and stayers.
  tradeSub: (reference: string) => `Customers a month; thin lines: ${reference}`,
  tradeTitle: (joins: number, stays: number) => {
    const [sign, stay] = [moreOrFewer(joins), moreOrFewer(stays)];
    if (!sign && !stay) return 'As many sign up and stay as in the comparison';
    return `${sign ?? 'As many'} sign up; ${(stay ?? 'as many').toLowerCase()} stay`;
  },
  tradeStart: 'Sign-ups against those who leave',
  signUp: (count: number) => `${formatCount(count)} sign up`,
  leave: (count: number) => `${formatCount(count)} leave`,
  notPlayed: 'not yet played',
  now: 'now',
  monthAxis: (month: number) => `month ${month}`,
  tradeColumns: {
    month: 'Month',
    joined: 'Sign-ups',
    left: 'Leavers',
    joinedBeside: 'Sign-ups, comparison',
    leftBeside: 'Leavers, comparison',
  },

  // Predicting.
  predictPromise: (delivery: number) => `Which promise is worth most, with delivery at ${level(delivery)}?`,
  addAnswer: 'Seal this answer',
  addHands: 'Seal these hands',
  countHands: 'Count hands instead',
  oneByOne: 'One answer at a time',
  handsFor: (choice: string) => `Hands for ${choice}`,
  countFirst: 'Count at least one hand first.',
  handsUnread: 'What is marked is no number of hands. Correct it; then seal these hands.',
  addPromise: 'Seal this promise',
  sealedTitle: 'The room’s answer is sealed',
  sealedNone: 'No answer yet',
  sealedNote: (count: number) =>
    count === 0
      ? 'Place at least one answer at Predict; Reveal opens with it.'
      : `${answers(count)} so far. They open with the result, at Reveal.`,
  sealedTold: (count: number) => `Sealed. ${answers(count)} so far.`,
  forget: 'Start over',
  chooseFirst: 'Choose one first.',

  // Revealing.
  locked: 'Nothing to reveal yet',
  openReveal: 'The best promise, beside the room’s',
  lockedNote: 'The answer stays sealed until the room has placed one of its own.',
  toPredict: 'Go to Predict',
  answerIs: (answer: string) => `The answer: ${answer}`,
  tallyTitle: (right: number, all: number) =>
    `${formatCount(right)} of ${right === 1 ? answers(all) : `${formatCount(all)}\u00a0answers`} ${right === 1 ? 'was' : 'were'} right`,
  tallySub: 'Answers of this room',
  claimsTitle: (held: number, all: number) =>
    held === all
      ? `All ${all} claims of the lesson hold in this run`
      : `${held} of ${all} claims of the lesson hold in this run`,
  claimsSub: (months: number) => `At best values, over ${months} months; checked now, by running the plans`,
  running: 'Running the plans.',
  versus: (value: string, against: string) => `${value} against ${against}`,
  claim: (plan: string, beats: string, on: string) => `${plan} beats ${beats} on ${on}`,
  holds: 'holds',
  fails: 'does not hold',
  plansTitle: (plan: string) => `${plan} is worth most`,
  plansSub: 'At best values, by the end; what customers are worth is what those there then will still bring',
  planColumn: 'Plan',
  measures: {
    profit: 'Profit',
    'profit with equity': 'Profit and customers’ worth',
    customers: 'Customers at the end',
    leavers: 'Leavers',
    satisfaction: 'Satisfaction',
  } satisfies Record<ClaimMeasure, string>,
  bestTitle: (promise: number, delivery: number) =>
    `The best promise is ${level(promise)}, with delivery at ${level(delivery)}`,
  bestSub: (months: number) =>
    `Profit and customers’ worth over ${months} months at best values, by promise, against promising what is delivered`,
  bestRunning: (done: number, total: number) => `Running promises: ${done} of ${total}`,
  bestGuess: (count: number, distance: number) =>
    `${answers(count)}, each a stroke on the scale; the nearest ${distance < 0.05 ? 'hit it' : `missed by ${level(distance)}`}.`,
  bestColumns: {
    promise: 'Promise',
    value: 'Profit and customers’ worth',
    against: 'Against promise = delivery',
  },
  best: 'best',
  deliveryMark: 'delivered',
  cancel: 'Cancel',
  again: 'Run again',
} as const;

/** How promise and delivery stand to each other, as a phrase. */
export function gapWords(promise: number, delivery: number): string {
  const gap = Math.round((delivery - promise) * 10) / 10;
  if (gap === 0) return 'promise kept';
  return gap < 0 ? `missed by ${level(-gap)}` : `exceeded by ${level(gap)}`;
}

/** "1 answer", "23 answers". */
export function answers(count: number): string {
  return count === 1 ? '1\u00a0answer' : `${formatCount(count)}\u00a0answers`;
}

function moreOrFewer(change: number): string | null {
  return Math.abs(change) < 0.005 ? null : change > 0 ? 'More' : 'Fewer';
}

import {
  aboveZero,
  inputScale,
  monthlyHazard,
  notNegative,
  type Place,
  percent,
  perYear,
  same,
  scaleBySign,
  wholeMonths,
  within,
  yearlyRate,
  years,
} from './place.ts';

/** Each agent is a step of every queue of every month. */
export const mostAgents = 100_000;

function refuseChurn(value: number): string | undefined {
  if (value < 0) return 'cannot be negative';
  if (value === 0) {
    return 'cannot be 0: there would be nobody whose leaving could change; write the least you have seen, such as 0.05 %/month';
  }
  return value < 1 ? undefined : 'must be below 100 %: nobody would be left';
}

const money = { '': same, '/month': same, '/year': perYear };

/** Every kind of place for a quantity, by name. */
export const places = {
  hazard: {
    expects: 'a share of customers with its period, such as 2.4 %/month or 25 %/year',
    units: { '%/month': percent, '%/year': monthlyHazard },
    scale: 'share',
    refuse: refuseChurn,
  },
  failureRate: {
    expects: 'a share of customers with its period, such as 4 %/month',
    units: { '%/month': percent, '%/year': monthlyHazard },
    scale: 'share',
    refuse: (value) => (value < 0 || value >= 1 ? 'must lie from 0 % to below 100 %' : undefined),
  },
  hours: {
    expects: 'a time, such as 48 h or 2 days',
    units: { h: same, days: (value) => 24 * value, min: (value) => value / 60 },
    scale: 'positive',
    refuse: aboveZero,
  },
  byHours: {
    expects: 'a change of the time, such as -6 h',
    units: { h: same, days: (value) => 24 * value, min: (value) => value / 60 },
    scale: 'signed',
    refuse: () => undefined,
  },
  timeSpread: {
    expects:
      'a factor above 1, such as 1.8: two in three cases take between the median divided and multiplied by it',
    units: { '': same },
    scale: 'positive',
    refuse: (value) => (value > 1 && value <= 20 ? undefined : 'must be above 1 and at most 20'),
  },
  bySpread: {
    expects: 'a change of the factor, such as -0.2',
    units: { '': same },
    scale: 'signed',
    refuse: () => undefined,
  },
  cases: {
    expects: 'a number a customer with its period, such as 0.05 /month',
    units: { '/month': same, '/year': perYear },
    scale: 'positive',
    refuse: aboveZero,
  },
  yearlyRate: {
    expects: 'a rate with its period, such as 10 %/year',
    units: { '%/year': percent, '%/month': yearlyRate },
    scale: 'positive',
    refuse: (value) => (value > 10 ? 'must be at most 1000 %/year' : notNegative(value)),
  },
  customers: {
    expects: 'a number of customers, such as 3875',
    units: { '': same },
    scale: 'positive',
    refuse: aboveZero,
  },
  joiners: {
    expects: 'a number with its period, such as 92 /month, or "as many as leave"',
    units: { '/month': same, '/year': perYear },
    scale: 'positive',
    refuse: notNegative,
  },
  price: {
    expects: 'money a month, such as 66.40',
    units: money,
    scale: 'positive',
    refuse: aboveZero,
  },
  money: { expects: 'money a month, such as 4.50', units: money, scale: 'positive', refuse: notNegative },
  moneyOnce: {
    expects: 'an amount of money, such as 120',
    units: { '': same },
    scale: 'positive',
    refuse: notNegative,
  },
  spread: {
    expects: 'a spread as a share of the mean, such as 34 %',
    units: { '%': percent, '': same },
    scale: 'positive',
    refuse: (value) => (value > 3 ? 'must be at most 300 %' : notNegative(value)),
  },
  share: {
    expects: 'a share, such as 10 %',
    units: { '%': percent, '': same },
    scale: 'share',
    refuse: (value) => (value < 0 || value > 1 ? 'must lie between 0 % and 100 %' : undefined),
  },
  certainShare: {
    expects: 'a share, such as 30 %',
    units: { '%': percent, '': same },
    scale: 'share',
    refuse: (value) => (value <= 0 || value > 1 ? 'must be above 0 % and at most 100 %' : undefined),
    certain: true,
  },
  level: {
    expects: 'a level from 0 to 10, such as 7.5',
    units: { '': same, points: same },
    scale: 'signed',
    refuse: within(0, 10),
  },
  improvement: {
    expects: 'points of quality, such as 1.0, or -0.5 for a cut',
    units: { '': same, points: same },
    scale: scaleBySign,
    refuse: within(-10, 10, ' points'),
  },
  cost: {
    expects: 'money a month, such as 12000, or -12000 for a saving',
    units: money,
    scale: scaleBySign,
    refuse: () => undefined,
  },
  costOnce: {
    expects: 'an amount of money, such as 40000, or -40000 for a saving',
    units: { '': same },
    scale: scaleBySign,
    refuse: () => undefined,
  },
  part: {
    expects: 'a share, such as 60 %',
    units: { '%': percent, '': same },
    scale: 'share',
    refuse: (value) => (value > 0 && value < 1 ? undefined : 'must lie above 0 % and below 100 %'),
  },
  byShare: {
    expects: 'a change from 0 to 1, such as 0.2',
    units: { '': same },
    scale: 'signed',
    refuse: within(-1, 1),
  },
  agents: {
    expects: 'a number of agents on duty, such as 12',
    units: { '': same },
    scale: 'positive',
    refuse: (value) => (value > mostAgents ? `must be at most ${mostAgents}` : aboveZero(value)),
  },
  byAgents: {
    expects: 'a number of agents, such as -2',
    units: { '': same },
    scale: 'signed',
    refuse: () => undefined,
  },
  openHours: {
    expects: 'hours with their period, such as 200 /month',
    units: { '/month': same, '/year': perYear },
    scale: 'positive',
    refuse: (value) => (value > 744 ? 'must be at most 744 /month, the hours of a month' : aboveZero(value)),
  },
  contacts: {
    expects: 'contacts of a customer with their period, such as 0.35 /month',
    units: { '/month': same, '/year': perYear },
    scale: 'positive',
    refuse: (value) => (value > 100 ? 'must be at most 100 /month' : aboveZero(value)),
  },
  seconds: {
    expects: 'a time, such as 300 s or 5 min',
    units: { s: same, min: (value) => value * 60, h: (value) => value * 3600 },
    scale: 'positive',
    refuse: (value) => (value > 86400 ? 'must be at most 24 h' : aboveZero(value)),
  },
  turnover: {
    expects: 'a share with its period, such as 30 %/year',
    units: { '%/year': percent, '%/month': (value) => percent(value) * 12 },
    scale: 'positive',
    refuse: (value) => (value > 5 ? 'must be at most 500 %/year' : notNegative(value)),
  },
  byPercent: {
    expects: 'a change, such as 8 %',
    units: { '%': percent },
    scale: 'signed',
    refuse: (value) => (value > -1 ? undefined : 'must be above -100 %'),
  },
  byMoney: {
    expects: 'a change in money, such as 5.30',
    units: money,
    scale: 'signed',
    refuse: () => undefined,
  },
  byPoints: {
    expects: 'a change in points, such as -1.5',
    units: { '': same, points: same },
    scale: 'signed',
    refuse: within(-10, 10, ' points'),
  },
  pointsMore: {
    expects: 'points of quality above 0, such as 1.0',
    units: { '': same, points: same },
    scale: 'positive',
    refuse: (value) => aboveZero(value) ?? within(0, 10, ' points')(value),
  },
  uses: {
    expects: 'a number with its period, such as 6 /month',
    units: { '/month': same, '/year': perYear },
    scale: 'positive',
    refuse: aboveZero,
  },
  serviceRate: {
    expects: 'a rate with its period, such as 1 %/month',
    units: { '%/month': percent, '/month': same },
    scale: 'positive',
    refuse: notNegative,
  },
  lift: {
    expects: 'a share of more, such as 30 %',
    units: { '%': percent, '': same },
    scale: 'positive',
    refuse: notNegative,
  },
  duration: {
    expects: 'whole months or years, such as 4 months',
    units: { months: same, years },
    scale: 'positive',
    refuse: wholeMonths(1, 120),
    certain: true,
  },
  tenure: {
    expects: 'a number of months, such as 24',
    units: { '': same, months: same, years },
    scale: 'positive',
    refuse: (value) => (value >= 0 && value <= 1200 ? undefined : 'must lie between 0 and 1200 months'),
    certain: true,
  },
  monthCount: {
    expects: 'a whole number of months, such as 3',
    units: { '': same, months: same, years },
    scale: 'positive',
    refuse: wholeMonths(1, 120),
    certain: true,
  },
  input: {
    expects: 'a number or a percent, such as 1 % to 4 %',
    units: { '': same, '%': percent, '%/month': percent, '/month': same },
    scale: inputScale,
    refuse: () => undefined,
  },
} as const satisfies Record<string, Place>;

export type PlaceName = keyof typeof places;

import type { MechanismName, TracedMechanism } from '../../models/index.ts';

/** What a mechanism does, in words for a room: true of every run, and so without a figure. */
export const effects: { readonly [name in MechanismName]: string } = {
  heterogeneity:
    'Some lean to leave more than others and go first. Those who are left look loyal, though nobody has changed.',
  staff:
    'People who are overloaded, blamed or tied down lose heart; those who are recognised and may decide gain it. Customers hear it months later.',
  'contact-centre':
    'Where more call than can be answered, people wait, hang up and call again; the service seems slow to answer.',
  delivery:
    'Better service is noticed by and by, worse service at once. What equipment adds counts only as far as people carry it.',
  failure: 'Fewer causes and steadier work mean that fewer customers meet a failure.',
  price:
    'A price is judged by what people are used to. A loss is felt more than a gain, until the price is the usual one.',
  'price-level': 'Against a rival a price counts for as long as the distance lasts. Nobody gets used to it.',
  awareness:
    'News of a higher price wakes people who were not thinking of leaving; for a while they look around.',
  fairness:
    'A rise that goes beyond what seems right, or comes without a good reason, is held against the firm.',
  satisfaction:
    'Customers judge what they get by what they expected. Falling short costs more than exceeding brings.',
  complaint: 'Of those who meet a failure some complain, a few look for the door, and most say nothing.',
  guarantee: 'A guarantee is believed as far as it is kept. Broken as often as kept, it only costs money.',
  recovery: 'A failure that is made good quickly is soon forgiven. A second one within a year undoes that.',
  trust: 'Trust falls fast when a promise is broken, and comes back slowly when promises are kept.',
  attrition: 'All of this moves how many leave in a month; contracts and habit hold the others.',
  separation: 'The firm itself ends relationships. Those who stay trust it less, and those who go talk.',
  usage: 'Whoever pays by use takes less of what became dearer, and more of what is good.',
  growth: 'Satisfied customers take further services.',
  'word-of-mouth':
    'Customers talk. Praise brings newcomers, and complaint keeps more of them away; the customers themselves hear it later.',
  imitation: 'Many customers draw more. Where few are left to win, each is harder to find.',
  'win-back': 'Some who left come back, by themselves or because they are asked.',
  acquisition:
    'What is promised, told and offered decides how many sign up. The more money goes into it, the less each further sum brings.',
  expectation:
    'A promise moves what people expect at once. Then they learn from what they get: what delighted becomes the usual.',
  listening:
    'Whoever does not ask thinks the service better than it is, and other things important. What was learned goes stale.',
  finance: 'What customers pay, less what it costs to serve, keep and win them.',
};

/** How the figure of a mechanism is called, and what kind of figure it is. */
export const figures: { readonly [name in TracedMechanism]: readonly [kind: FigureKind, label: string] } = {
  staff: ['hundred', 'Morale of the people who serve, 0 to 100'],
  'contact-centre': ['seconds', 'Wait of a caller on average'],
  delivery: ['scale', 'What is delivered as customers notice it, 0 to 10'],
  failure: ['share', 'Customers who meet a failure in a month'],
  price: ['change', 'Price against what customers are used to'],
  'price-level': ['change', 'Price against the rival’s, compared with the start'],
  awareness: ['share', 'Customers who are awake and look around'],
  satisfaction: ['scale', 'Satisfaction, 0 to 10'],
  complaint: ['share', 'Customers who complain in a month'],
  guarantee: ['money', 'Paid out under the guarantee'],
  recovery: [
    'points',
    'Satisfaction through failures and how they are made good, in points against the start',
  ],
  trust: ['hundred', 'Trust of customers, 0 to 100'],
  attrition: ['count', 'Leavers'],
  separation: ['count', 'Relationships that the firm ends'],
  usage: ['change', 'Use against the start'],
  growth: ['hundred', 'Further services that 100 customers took beyond the usual'],
  'word-of-mouth': ['change', 'What talk does to sign-ups, against the start'],
  imitation: ['change', 'What imitation does to sign-ups, against doing nothing'],
  'win-back': ['count', 'Those who came back'],
  acquisition: ['count', 'Newcomers'],
  expectation: ['scale', 'What customers expect to get, 0 to 10'],
  listening: ['share', 'Customers who call the service superior, as the boardroom believes'],
};

export type FigureKind = 'scale' | 'points' | 'hundred' | 'share' | 'change' | 'seconds' | 'count' | 'money';

export const debriefWords = {
  loopTitle: 'What drives what',
  loopSub: 'Mechanisms at work, and what passes between them; drawn from what they read and write',
  loopSummary: (count: number, links: number) => `${count} mechanisms and ${links} links between them.`,
  loopColumns: { from: 'From', to: 'To', carries: 'What passes' },
  plan: 'Plan and world',
  openDebrief:
    'A promise draws people in and sets what they expect; delivery decides what they perceive. What falls short of the promise costs trust, satisfaction, good words and, in the end, customers; what exceeds it delights until it is expected.',
  accountsTitle: 'What it did in this run',
  accountsSub: (months: number) => `At best values, over ${months} months`,
  over: (months: number) => `over all ${months} months`,
  apart: (month: number) => `in month ${month}, where these are furthest apart`,
  alike: (month: number) => `in month ${month}; these are alike throughout`,
  seconds: (value: string) => `${value}\u00a0s`,
} as const;

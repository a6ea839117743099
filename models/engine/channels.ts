import { acquire } from '../mechanisms/acquisition.ts';
import { decide } from '../mechanisms/attrition.ts';
import { becomeAware } from '../mechanisms/awareness.ts';
import { answerContacts } from '../mechanisms/contact-centre.ts';
import { deliver } from '../mechanisms/delivery.ts';
import { hearPromise } from '../mechanisms/expectation.ts';
import { judgeFairness } from '../mechanisms/fairness.ts';
import { account } from '../mechanisms/finance.ts';
import { honourGuarantee } from '../mechanisms/guarantee.ts';
import { respondToPrice } from '../mechanisms/price.ts';
import { judgeLevel, moveCompetitor } from '../mechanisms/price-level.ts';
import { recover } from '../mechanisms/recovery.ts';
import { satisfy } from '../mechanisms/satisfaction.ts';
import { endRelationships } from '../mechanisms/separation.ts';
import { leadStaff, showAttitude } from '../mechanisms/staff.ts';
import type { SegmentSchedule, SegmentState } from '../mechanisms/state.ts';
import type { FirmState } from '../mechanisms/state-firm.ts';
import { adaptUse } from '../mechanisms/usage.ts';
import { comeBack } from '../mechanisms/win-back.ts';
import { spreadTalk } from '../mechanisms/word-of-mouth.ts';
import type { Step } from './steps.ts';

/** A function of the month, for one segment or for the firm. */
export type MonthFunction = Step['run'][number] | NonNullable<Step['firmWide']>;

/** Fields that a channel takes from `do nothing` at one function of the month while it is off. */
export interface Cut {
  readonly at: MonthFunction;
  /** From after the function on; or only while it runs, as its inputs. */
  readonly when: 'after' | 'during';
  readonly schedule?: readonly (keyof SegmentSchedule)[];
  readonly segment?: readonly (keyof SegmentState)[];
  readonly firm?: readonly (keyof FirmState)[];
}

export interface Channel {
  readonly name: string;
  readonly title: string;
  /** What it means that the plan acts through it. */
  readonly meaning: string;
  readonly cuts: readonly Cut[];
}

/** Nobody leaves or joins because of them. */
export const moneyChannels: readonly Channel[] = [
  {
    name: 'priceCollected',
    title: 'Price collected',
    meaning: 'What those who are there pay more or less',
    cuts: [{ at: account, when: 'during', schedule: ['chargedPrice', 'chargedFee', 'chargedUseFee'] }],
  },
  {
    name: 'programmeCost',
    title: 'Programmes and credits',
    meaning: 'What investments, staff, failures made good and goodwill cost',
    cuts: [
      {
        at: account,
        when: 'during',
        schedule: ['programmeCost', 'credit'],
        segment: ['serviceCost'],
        firm: ['staffCost'],
      },
    ],
  },
];

const customerChannels: readonly Channel[] = [
  {
    name: 'priceResponse',
    title: 'Price response',
    meaning: 'Leaving over the price against what one is used to and against the market',
    cuts: [
      {
        at: respondToPrice,
        when: 'after',
        segment: ['alike', 'commonResponse', 'priceResponse', 'relievedResponse'],
      },
      { at: judgeLevel, when: 'after', segment: ['levelFactor'] },
    ],
  },
  {
    name: 'tradingDown',
    title: 'Trading down, using less',
    meaning: 'Staying on a cheaper tier, or using less',
    cuts: [
      { at: decide, when: 'after', segment: ['tradedDown'] },
      { at: adaptUse, when: 'after', segment: ['use'] },
    ],
  },
  {
    name: 'wakeUp',
    title: 'Notice and wake-up',
    meaning: 'Being told, and deciding anew because of it',
    cuts: [{ at: becomeAware, when: 'after', segment: ['awake'] }],
  },
  {
    name: 'fairness',
    title: 'Fairness and surprise',
    meaning: 'Finding the change unfair, or not having been told of it',
    cuts: [
      { at: becomeAware, when: 'after', segment: ['surprised'] },
      { at: judgeFairness, when: 'after', segment: ['unfairness'] },
    ],
  },
  {
    name: 'promise',
    title: 'Promise kept or broken',
    meaning: 'What customers expect, and whether it is kept',
    cuts: [
      { at: hearPromise, when: 'during', schedule: ['promise'] },
      { at: deliver, when: 'during', schedule: ['promise'] },
    ],
  },
  {
    name: 'quality',
    title: 'Delivered quality',
    meaning: 'What investments, standards and staff deliver',
    cuts: [
      {
        at: leadStaff,
        when: 'after',
        firm: ['morale', 'attitude', 'cynicism', 'skill', 'turnover', 'rootCauseEffort', 'hearingBias'],
      },
      { at: showAttitude, when: 'after', segment: ['serviceShift'] },
      { at: deliver, when: 'during', schedule: ['capability'] },
      { at: satisfy, when: 'during', schedule: ['experienceSpread'] },
    ],
  },
  {
    name: 'congestion',
    title: 'Waits',
    meaning: 'How long the contact centre takes to answer',
    cuts: [{ at: answerContacts, when: 'after', firm: ['centreMonth'] }],
  },
  {
    name: 'recovery',
    title: 'Failures, recovery, guarantees',
    meaning: 'Failures met, how they are made good, what is guaranteed',
    cuts: [
      { at: honourGuarantee, when: 'after', segment: ['guaranteeTrust', 'guaranteePull'] },
      { at: recover, when: 'after', segment: ['failureFactor', 'failureSatisfaction'] },
    ],
  },
  {
    name: 'signUps',
    title: 'Sign-ups',
    meaning: 'What newcomers see: the price, the promise, advertising, offers to come back',
    cuts: [
      { at: comeBack, when: 'during', schedule: ['winBackShare', 'winBackCost'] },
      {
        at: acquire,
        when: 'during',
        schedule: [
          'chargedPrice',
          'newcomerFee',
          'promise',
          'referralLift',
          'referralReward',
          'acquisitionBudget',
        ],
      },
    ],
  },
  {
    name: 'wordOfMouth',
    title: 'Word of mouth',
    meaning: 'What customers and prospects hear of each other; through satisfaction, of whatever cause',
    cuts: [{ at: spreadTalk, when: 'after', segment: ['talkDraw', 'referralRatio', 'wordOfMouthFactor'] }],
  },
  {
    name: 'competitor',
    title: 'Competitor',
    meaning: 'Rivals who follow our price',
    cuts: [{ at: moveCompetitor, when: 'after', firm: ['competitor'] }],
  },
  {
    name: 'separation',
    title: 'Relationships ended',
    meaning: 'Customers whom the firm itself sends away',
    cuts: [
      {
        at: endRelationships,
        when: 'during',
        schedule: ['separatedShare', 'separationCost', 'leastValuable'],
      },
    ],
  },
];

/**
 * The ways in which a plan acts on customers and money. Whatever a plan changes reaches leaving, sign-ups or money
 * through one of them, so that with all of them off the run is that of `do nothing`.
 */
export const channels: readonly Channel[] = [...moneyChannels, ...customerChannels];

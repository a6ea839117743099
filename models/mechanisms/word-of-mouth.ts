import { softLimit } from '../core/numbers.ts';
import type { MechanismDescription } from './description.ts';
import type { Parameters } from './index.ts';
import type { SegmentState } from './state.ts';
import type { FirmState } from './state-firm.ts';

/**
 * Paths: praise and complaint of the month, pooled over the firm as prospects hear it, move sign-ups at once
 * (`talkDraw`, referrals); customers take the same talk in slowly, and it reaches the hazard once, as `wordOfMouthFactor`.
 */
export const wordOfMouthDescription = {
  name: 'word-of-mouth',
  title: 'Word of mouth',
  equation:
    'share above c = 1/(1 + exp(−π/√3·(satisfaction − c)/σ)); praise = share above 6.5, complaint = m₋·share below 3; sign-ups × exp(ε₊·Δln praise − ε₋·Δln complaint); hazard × exp(θ₋ε₋·Δln complaint − θ₊ε₊·Δln praise), Δ taken in at r a month',
  source:
    'incidence 3 : 1: East, Hammond & Wright (2007); complaint deters acquisition over 4 times as much as it hurts retention, praise helps it 2 times as much: East et al. preprint; sizes judgement',
  reads: ['satisfaction', 'separated'],
  writes: [
    'praise',
    'complaint',
    'promoterScore',
    'heardPraise',
    'heardComplaint',
    'talkDraw',
    'referralRatio',
    'wordOfMouthFactor',
  ],
  example:
    'At a satisfaction of 7 and a spread of 2.2, praise is 3.4 times complaint; a point less more than doubles complaint and costs 11 % of sign-ups.',
  parameters: [
    {
      name: 'complaintMessages',
      meaning: 'People whom a very dissatisfied customer tells, for each whom a satisfied one tells',
      symbol: 'm₋',
      unit: '1',
      default: { kind: 'interval', scale: 'positive', low: 3.5, high: 7, best: 5 },
      bounds: [1, 30],
      scale: 'positive',
      evidence: 'expert',
      source: 'five against one after two or more calls: SQM Group',
    },
    {
      name: 'praisePull',
      meaning: 'Log-response of sign-ups to the log of praise',
      symbol: 'ε₊',
      unit: '1',
      default: { kind: 'interval', scale: 'positive', low: 0.04, high: 0.24, best: 0.1 },
      bounds: [0, 2],
      scale: 'positive',
      evidence: 'assumed',
      source: 'judgement; upper end the volume elasticity of reviews, You, Vadakkepatt & Joshi (2015)',
    },
    {
      name: 'complaintDeterrence',
      meaning: 'Log-response of sign-ups to the log of complaint, with its sign turned',
      symbol: 'ε₋',
      unit: '1',
      default: { kind: 'interval', scale: 'positive', low: 0.04, high: 0.24, best: 0.1 },
      bounds: [0, 2],
      scale: 'positive',
      evidence: 'assumed',
      source: 'judgement; upper end the volume elasticity of reviews, You, Vadakkepatt & Joshi (2015)',
    },
    {
      name: 'complaintRetentionShare',
      meaning: 'Effect of complaint on those who are customers, against that on sign-ups',
      symbol: 'θ₋',
      unit: '1',
      default: { kind: 'interval', scale: 'share', low: 0.1, high: 0.245, best: 0.18 },
      bounds: [0, 1],
      scale: 'share',
      evidence: 'expert',
      source: 'below a quarter: East et al. preprint; size judgement',
    },
    {
      name: 'praiseRetentionShare',
      meaning: 'Effect of praise on those who are customers, against that on sign-ups',
      symbol: 'θ₊',
      unit: '1',
      default: { kind: 'fixed', value: 0.5 },
      bounds: [0, 1],
      scale: 'share',
      evidence: 'expert',
      source: 'half: East et al. preprint',
    },
    {
      name: 'talkMemory',
      meaning: 'Share of a change in talk that customers take in each month',
      symbol: 'r',
      unit: '1/month',
      default: { kind: 'interval', scale: 'share', low: 0.1, high: 0.4, best: 0.2 },
      bounds: [0, 1],
      scale: 'share',
      evidence: 'assumed',
      source: 'judgement',
    },
  ],
} as const satisfies MechanismDescription;

/** Cut points between the grades of a 0–10 answer: 9 and 10 advocate, 0 to 6 sabotage; 7 and more praise, below 3 complain. */
export const talkCuts = { advocates: 8.5, saboteurs: 6.5, praise: 6.5, complaint: 3 } as const;

/** A hundredth of a message per customer: who has never heard a word is not moved without bounds by the first. */
const quietest = 0.01;

/** How the customers of a group talk, per customer. */
export interface Talk {
  /** Shares; passives are the rest. */
  readonly advocates: number;
  readonly saboteurs: number;
  /** Messages. */
  readonly praise: number;
  readonly complaint: number;
}

/**
 * Share of customers whose satisfaction lies above a cut, when it has a mean and a spread [points].
 *
 * Equation  1/(1 + exp(−(π/√3)·(mean − cut)/spread)), the logistic distribution of that spread
 */
export function shareAbove(cut: number, mean: number, spread: number): number {
  return 1 / (1 + Math.exp((-Math.PI * (mean - cut)) / (Math.sqrt(3) * spread)));
}

/**
 * Talk of customers whose satisfaction has a mean and a spread.
 *
 * Inputs    mean 0 to 10 and spread above 0 [points]; a satisfied customer sends one message, a very
 *           dissatisfied one `complaintMessages`
 */
export function talkAt(mean: number, spread: number, complaintMessages: number): Talk {
  const above = (cut: number) => shareAbove(cut, mean, spread);
  return {
    advocates: above(talkCuts.advocates),
    saboteurs: 1 - above(talkCuts.saboteurs),
    praise: above(talkCuts.praise),
    complaint: complaintMessages * (1 - above(talkCuts.complaint)),
  };
}

/** What prospects hear of the firm: praise and complaint of all segments against the start of the same customers. */
export function hearTalk(
  firm: FirmState,
  segments: readonly SegmentState[],
  _month: number,
  talks: readonly TalkPool[] = segments.map((segment) => poolTalk(segment)),
): void {
  let [customers, praise, complaint, usualPraise, usualComplaint] = [0, 0, 0, 0, 0];
  segments.forEach((segment, index) => {
    const talk = talks[index];
    segment.promoterScore = scoreOf(segment, talk);
    customers += talk.customers;
    praise += talk.praise;
    // Nobody likes to be sent away.
    complaint += talk.complaint + segment.separated * segment.parameters.complaintMessages;
    usualPraise += talk.usualPraise;
    usualComplaint += talk.usualComplaint;
  });
  firm.praise = logChange(praise, usualPraise, customers);
  firm.complaint = logChange(complaint, usualComplaint, customers);
}

function logChange(now: number, usual: number, customers: number): number {
  if (now === usual) return 0;
  return Math.log((now + quietest * customers) / (usual + quietest * customers));
}

/** How the customers of a segment talk in all, and would at the start's satisfaction. */
export interface TalkPool {
  customers: number;
  praise: number;
  complaint: number;
  usualPraise: number;
  usualComplaint: number;
  /** Advocates less saboteurs. */
  balance: number;
}

export function silence(): TalkPool {
  return { customers: 0, praise: 0, complaint: 0, usualPraise: 0, usualComplaint: 0, balance: 0 };
}

/** Adds the talk of a segment's customers to a pool. */
export function poolTalk(segment: SegmentState, pool: TalkPool = silence()): TalkPool {
  const { cells, parameters, start, satisfaction, present } = segment;
  const { satisfactionSpread, complaintMessages } = parameters;
  const usual = talkAt(start.satisfaction, satisfactionSpread, complaintMessages);
  let talk = usual;
  let level = start.satisfaction;
  for (let cell = 0; cell < cells; cell++) {
    const weight = present[cell];
    if (weight === 0) continue;
    // Most cells stand where the one before them stands.
    if (satisfaction[cell] !== level) {
      level = satisfaction[cell];
      talk = level === start.satisfaction ? usual : talkAt(level, satisfactionSpread, complaintMessages);
    }
    pool.customers += weight;
    pool.praise += weight * talk.praise;
    pool.complaint += weight * talk.complaint;
    pool.usualPraise += weight * usual.praise;
    pool.usualComplaint += weight * usual.complaint;
    pool.balance += weight * (talk.advocates - talk.saboteurs);
  }
  return pool;
}

function scoreOf({ start, parameters }: SegmentState, { customers, balance }: TalkPool): number {
  if (customers > 0) return 100 * (balance / customers);
  const usual = talkAt(start.satisfaction, parameters.satisfactionSpread, parameters.complaintMessages);
  return 100 * (usual.advocates - usual.saboteurs);
}

/** Sign-ups follow this month's talk; customers take it in slowly. */
export function spreadTalk(segment: SegmentState, _month: number, firm: FirmState): void {
  const { parameters } = segment;
  segment.talkDraw = talkFactor(-1, firm.praise, firm.complaint, parameters);
  segment.referralRatio = Math.exp(firm.praise);
  segment.heardPraise += parameters.talkMemory * (firm.praise - segment.heardPraise);
  segment.heardComplaint += parameters.talkMemory * (firm.complaint - segment.heardComplaint);
  segment.wordOfMouthFactor = talkFactor(1, segment.heardPraise, segment.heardComplaint, parameters);
}

/**
 * Factor of talk: on sign-ups (direction −1), or on the responsive hazard (direction 1), where its shares apply.
 *
 * Equation  exp(g(±(ε₋·Δln complaint − ε₊·Δln praise))), g(x) = tanh(x)
 * Returns   within e^−1 to e; exactly 1 for no change
 */
export function talkFactor(
  direction: -1 | 1,
  praise: number,
  complaint: number,
  parameters: Parameters,
): number {
  if (praise === 0 && complaint === 0) return 1;
  const onPraise = parameters.praisePull * (direction === 1 ? parameters.praiseRetentionShare : 1);
  const onComplaint =
    parameters.complaintDeterrence * (direction === 1 ? parameters.complaintRetentionShare : 1);
  return Math.exp(softLimit(direction * (onComplaint * complaint - onPraise * praise), 1));
}

import type { PlanKind } from './plan-kind.ts';
import type { BestFigures, ImpactResult, Summary } from './result.ts';

/** A stretch of the sentence; `loss` is what a page prints in the colour of loss, `aside` what it prints small. */
export interface VerdictPart {
  readonly text: string;
  readonly kind: 'plain' | 'loss' | 'aside';
}

/** How numbers are written: a number with so many decimals, and the space before a percent sign. */
export interface VerdictFormats {
  readonly number: (value: number, decimals: number) => string;
  readonly space: string;
  /** Whose share is told, where the plan is meant for some of them only; `these customers` unless given. */
  readonly base?: string;
}

/** English: a true minus sign, and a narrow space that keeps a number and its percent sign on one line. */
export const englishFormats: VerdictFormats = {
  number: (value, decimals) => {
    const digits = Math.abs(value).toFixed(decimals);
    return value < 0 && Number(digits) !== 0 ? `\u2212${digits}` : digits;
  },
  space: '\u202f',
};

/**
 * The verdict over draws, as one sentence: how many may leave, how many are expected to, and how likely a loss is.
 *
 * Inputs   draws: the number of draws behind `impact`, for saying in how many a break-even exists
 * Returns  parts in order; their texts joined are the sentence
 * Source   means are what is expected, the interval is the 80 % one; a figure that some draws lack says so
 */
export function createVerdict(
  kind: PlanKind,
  impact: ImpactResult,
  draws: number,
  formats: VerdictFormats = englishFormats,
): VerdictPart[] {
  if (changesNothing(impact)) return [plain(`This ${kind} changes nothing.`)];
  const { mean, low80, high80 } = impact.attrition;
  const chance = {
    text: `chance of loss ${formatChance(impact.chanceOfLoss, draws, formats)}`,
    kind: 'loss',
  } as const;
  const moved = movedShares([mean, low80, high80]);
  if (moved !== null)
    return [plain(`This ${kind} moves ${moved}; `), chance, plain('.'), ...beyond(impact.beyondEvidence)];
  const writer = shareWriter(formats, [low80, high80]);
  const band = `80${formats.space}%`;
  const breakEven = typicalBreakEven(impact, draws);
  const lead = leadOver(kind, breakEven, impact.breakEvenNulls, draws, formats);
  return [
    ...lead,
    plain(`; expect ${expected(impact.attrition, breakEven, writer, band)}; `),
    chance,
    plain('.'),
    ...beyond(impact.beyondEvidence),
  ];
}

/** The verdict of the run at best values: the same sentence without interval and chance, and labelled as such. */
export function createBestVerdict(
  kind: PlanKind,
  figures: BestFigures,
  formats: VerdictFormats = englishFormats,
): VerdictPart[] {
  const { attrition, breakEvenAttrition, breakEvenReason, profit } = figures;
  if (breakEvenReason === 'nothing changes') return [plain(`This ${kind} changes nothing.`)];
  const moved = movedShares([attrition]);
  if (moved !== null) {
    const result: VerdictPart = profit < 0 ? { text: 'a loss', kind: 'loss' } : plain('a gain');
    return [plain(`At best values this ${kind} moves ${moved}: `), result, plain('.')];
  }
  const lead =
    breakEvenReason === 'exists' && breakEvenAttrition !== null
      ? leadAt(kind, breakEvenAttrition, formats)
      : `This ${kind} ${withoutBreakEven(breakEvenReason === 'always pays')}`;
  const change = expectedChange(attrition, breakEvenAttrition, shareWriter(formats, [attrition]));
  const sentence = [plain(`${lead}; at best values expect ${change}`)];
  return profit < 0
    ? [...sentence, plain(', and '), { text: 'a loss', kind: 'loss' }, plain('.')]
    : [...sentence, plain('.')];
}

/** The sentence in one piece. */
export function formatVerdict(parts: readonly VerdictPart[]): string {
  return parts.map(({ text }) => text).join('');
}

/**
 * A chance in whole percent; never a flat 0 or 100 %, which no number of draws can show.
 *
 * Where no draw (or every one) says so, the bound is the 95 % limit of that many draws, 3/n (the rule of three,
 * Hanley & Lippman-Hand 1983), and nothing is said below ten draws.
 */
export function formatChance(
  chance: number,
  draws: number,
  formats: VerdictFormats = englishFormats,
): string {
  const bound = Math.max(1, Math.ceil(300 / draws));
  if (draws < 10) return `unknown after ${draws} ${draws === 1 ? 'draw' : 'draws'}`;
  if (chance < 0.005) return `below ${bound}${formats.space}%`;
  if (chance >= 0.995) return `above ${100 - bound}${formats.space}%`;
  return `${formats.number(chance * 100, 0)}${formats.space}%`;
}

function changesNothing(impact: ImpactResult): boolean {
  const still = ({ low95, high95, mean }: Summary) => low95 === 0 && high95 === 0 && mean === 0;
  return still(impact.attrition) && still(impact.profit) && still(impact.revenue);
}

/** Whom a plan moves whose shares would all be written as 0.00 %: a break-even in leavers says nothing about it. */
function movedShares(shares: readonly number[]): string | null {
  const largest = Math.max(...shares.map(Math.abs));
  if (largest >= 0.00005) return null;
  return `${largest === 0 ? 'none' : 'next to none'} of today’s customers`;
}

/** The mean break-even when at least half of the draws have one. */
function typicalBreakEven(
  { breakEvenAttrition, breakEvenNulls }: ImpactResult,
  draws: number,
): number | null {
  const without = breakEvenNulls['always pays'] + breakEvenNulls['never pays'];
  return breakEvenAttrition !== null && without <= draws / 2 ? breakEvenAttrition.mean : null;
}

function leadOver(
  kind: PlanKind,
  breakEven: number | null,
  nulls: ImpactResult['breakEvenNulls'],
  draws: number,
  formats: VerdictFormats,
): VerdictPart[] {
  const always = nulls['always pays'];
  const never = nulls['never pays'];
  const ofRuns = (count: number) => `${count} of ${draws} runs`;
  if (breakEven !== null) {
    const lead = plain(leadAt(kind, breakEven, formats));
    if (always + never === 0) return [lead];
    return [lead, { text: ` (no break-even in ${ofRuns(always + never)})`, kind: 'aside' }];
  }
  const most = Math.max(always, never);
  const clause = `this ${kind} ${withoutBreakEven(always >= never)}`;
  return [plain(most === draws ? clause.replace('this', 'This') : `In ${ofRuns(most)} ${clause}`)];
}

function leadAt(kind: PlanKind, breakEven: number, formats: VerdictFormats): string {
  const { percent } = shareWriter(formats, [breakEven]);
  const { base = 'these customers' } = formats;
  if (breakEven < 0) return `This ${kind} must keep ${percent(-breakEven)} more of ${base} before it pays`;
  return `You can lose ${percent(breakEven)} of ${base} before this ${kind} stops paying`;
}

function withoutBreakEven(pays: boolean): string {
  return `${pays ? 'pays over these months' : 'does not pay'}, whatever it does to customer numbers`;
}

function expected(
  { mean, low80, high80 }: Summary,
  breakEven: number | null,
  writer: ShareWriter,
  band: string,
): string {
  const [low, high] = mean < 0 ? [-high80, -low80] : [low80, high80];
  const interval = `(${band}: ${writer.bare(low)} to ${writer.bare(high)})`;
  return `${expectedChange(mean, breakEven, writer)} ${interval}`;
}

/** Only after "you can lose" does a bare figure say in which direction it counts. */
function expectedChange(attrition: number, breakEven: number | null, { percent }: ShareWriter): string {
  if (attrition < 0) return `to keep ${percent(-attrition)} more`;
  return breakEven !== null && breakEven >= 0 ? percent(attrition) : `to lose ${percent(attrition)}`;
}

interface ShareWriter {
  /** `9.1 %`. */
  readonly percent: (share: number) => string;
  /** `9.1`. */
  readonly bare: (share: number) => string;
}

/** One decimal, as the intervals support; two when all of them would otherwise round to next to nothing. */
function shareWriter(formats: VerdictFormats, shares: readonly number[]): ShareWriter {
  const decimals = Math.max(...shares.map(Math.abs)) < 0.002 ? 2 : 1;
  const bare = (share: number) => formats.number(share * 100, decimals);
  return { bare, percent: (share) => `${bare(share)}${formats.space}%` };
}

/** The first reason; a page or a report lists the others where there is room. */
function beyond([first, ...others]: readonly string[]): VerdictPart[] {
  if (first === undefined) return [];
  const more = others.length === 0 ? '' : `, and ${others.length} more`;
  return [{ text: ` Beyond the evidence: ${first}${more}.`, kind: 'aside' }];
}

function plain(text: string): VerdictPart {
  return { text, kind: 'plain' };
}

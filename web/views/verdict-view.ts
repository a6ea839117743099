import {
  createBestVerdict,
  createVerdict,
  formatChance,
  type ImpactResult,
  planKind,
  type VerdictPart,
} from '../../models/index.ts';
import { calendarMonth, formatFee, formatPercent, formatSignedPercent, readerFormats } from '../format.ts';
import type { Situation } from '../state/choice.ts';
import type { Model } from '../state/session.ts';
import { text } from '../text.ts';
import { breakEvenOfAll, isForAll } from './break-even.ts';
import type { FigureWords } from './figure-words.ts';
import { isLossAlarm } from './loss-alarm.ts';
import { describeOtherActions } from './other-actions.ts';

export interface VerdictView {
  /** What is decided, and what it is set against. */
  readonly decision: string;
  readonly context: string;
  readonly parts: readonly VerdictPart[];
  /** Read aloud once the draws are all there, not while the fader moves. */
  readonly spoken: string;
  readonly margins: readonly number[] | null;
  readonly losing: number;
  /** Whether that is written in the colour of costs. */
  readonly isAlarm: boolean;
  readonly breakEven: number | null;
  readonly dots: FigureWords;
  readonly stale: boolean;
  /** "14 %", for the dock; empty while unknown. */
  readonly chance: string;
}

/** The verdict sentence and its hundred dots. */
export function createVerdictView(model: Model): VerdictView {
  const { results, situation } = model;
  const { scenario, plan } = situation;
  const kind = planKind(plan, scenario);
  const { best, draws, drawsStale } = results;
  const impact = draws?.result.impact;
  const settled = impact && !drawsStale ? impact : undefined;
  const formats = { ...readerFormats, ...baseOf(situation) };
  const isAlarm = impact !== undefined && isLossAlarm(impact.chanceOfLoss, draws!.done, draws!.total);
  const parts = settled
    ? coloured(createVerdict(kind, settled, draws!.done, formats), isAlarm)
    : best
      ? createBestVerdict(kind, best, formats)
      : [];
  const losing = impact ? Math.round(impact.chanceOfLoss * 100) : 0;
  const sentence = parts.map((part) => part.text).join('');
  return {
    decision: decisionOf(situation),
    context: contextOf(situation),
    parts,
    spoken: settled && draws!.done === draws!.total ? sentence : '',
    margins: impact ? impact.dots.map(({ safetyMargin }) => safetyMargin) : null,
    losing,
    isAlarm,
    breakEven: breakEvenOfAll(model),
    dots: dotsWords(impact, losing, model.money, drawsStale),
    stale: drawsStale,
    chance: settled ? formatChance(settled.chanceOfLoss, draws!.done, readerFormats) : '',
  };
}

/** Shares are of the whole base; where the plan is for some of it, "these customers" would be taken for them. */
function baseOf(situation: Situation): { readonly base?: string } {
  if (isForAll(situation)) return {};
  return { base: text.allCustomers(situation.base.reduce((sum, { customers }) => sum + customers, 0)) };
}

/** A chance that is no alarm is not written in the colour of costs. */
function coloured(parts: readonly VerdictPart[], isAlarm: boolean): readonly VerdictPart[] {
  return isAlarm ? parts : parts.map((part) => (part.kind === 'loss' ? { ...part, kind: 'plain' } : part));
}

function dotsWords(
  impact: ImpactResult | undefined,
  losing: number,
  money: (value: number) => string,
  stale: boolean,
): FigureWords {
  const words = { title: text.dotsTitle, sub: text.dotsAxis };
  // The dots of the fee before this one stay as a shadow; what they said is no longer said.
  if (stale) return { ...words, summary: text.dotsWaiting, sheet: null };
  if (!impact) return { ...words, summary: text.dotsWaiting, sheet: null };
  if (impact.dots.length === 0) return { ...words, summary: text.dotsNone, sheet: null };
  const { columns } = text;
  const middle = impact.dots[Math.floor(impact.dots.length / 2)].safetyMargin;
  return {
    ...words,
    summary: text.dotsSummary(losing, formatSignedPercent(middle)),
    sheet: {
      columns: [
        { title: columns.run },
        { title: columns.margin, format: formatSignedPercent },
        { title: columns.attrition, format: formatPercent },
        { title: columns.profit, format: money },
      ],
      rows: impact.dots.map((dot, index) => [index + 1, dot.safetyMargin, dot.attrition, dot.profit]),
    },
  };
}

/** The decision in words, as the levers stand. */
export function decisionOf(situation: Situation): string {
  const { scenario, plan, levers, percent } = situation;
  const month = calendarMonth(scenario.start, levers.at) ?? text.monthNumber(levers.at);
  const size = formatFee(percent);
  if (isWithoutFee(situation)) return plan.name;
  if (Math.abs(percent) < leastPercent) return text.keepFee;
  return percent > 0 ? text.raiseFee(size, month) : text.cutFee(size, month);
}

/** The plan that is decided on, where the decision does not name it, and what it is set against. */
function contextOf(situation: Situation): string {
  const { plan, isChanged: changed, scenario } = situation;
  const named = isWithoutFee(situation) ? changed && text.changed : text.planNamed(plan.name, changed);
  const against = text.against(scenario.months);
  return named ? `${named} · ${against}` : against;
}

/** A smaller change is none: it would be told as 0.0 %. */
const leastPercent = 0.005;

/** The fee stays, yet the plan does something. */
function isWithoutFee(situation: Situation): boolean {
  return Math.abs(situation.percent) < leastPercent && describeOtherActions(situation).length > 0;
}

import { isMap, isSeq } from 'yaml';
import { didYouMean } from '../core/did-you-mean.ts';
import { KeptError } from '../core/errors.ts';
import { compileFormula, type FormulaTree, namesInFormula } from '../core/formula.ts';
import { parseFormula } from '../core/parse-formula.ts';
import {
  type Belief,
  type Distribution,
  type Evidence,
  evidenceClasses,
  type Quantity,
  type Scale,
  unstatedSource,
} from '../core/quantity.ts';
import { convertAmount } from './convert-amount.ts';
import { type Amount, parseExpression } from './expression.ts';
import type { Place } from './place.ts';
import { places } from './places.ts';
import { isFree, readFreeAmount } from './read-free.ts';
import { complainUnknownKey, type Entry, readEntries } from './read-map.ts';
import { complain, describe, quote, readWord, type Spot } from './spot.ts';

/**
 * Quantities of a scenario file, frozen with format kept/1. The text of one is described in `expression.ts`; a place
 * of the file (`places.ts`) says which units it takes. Around the text a quantity may say what it rests on:
 *
 *     churn: 2.4 %/month
 *     churn: 1.9 %/month to 3 %/month                                   an 80 % interval
 *     churn: { best: 2.4 %/month, range: 1.9 %/month to 3 %/month, evidence: fitted, source: telco.csv }
 *     churn: { value: 2.4 %/month, evidence: expert, source: "trade press" }
 *     costToServe: "= 18 * (1 + wageRise)"
 *     by: { free: 0 % to 20 %, start: 8 % }                             a decision of a plan, left to the optimiser
 *
 * A range is the 10th to the 90th percentile of one uncertain number, `best` its median. Positive numbers are spread
 * on a log scale, shares and hazards on a logit scale, signed numbers evenly; with `best` off the middle each side
 * has its own width. Without `evidence` a quantity is `assumed`.
 */
export function readQuantity(spot: Spot, place: Place): Quantity | undefined {
  if (isFree(spot)) return readFreeAmount(spot, place)?.quantity;
  if (isMap(spot.node)) return readDetailed(spot, place);
  if (isSeq(spot.node)) return complain(spot, 'wrong-type', `expects ${place.expects}, not a list`);
  const belief = readBelief(spot, place, 'either');
  return belief && { belief, evidence: 'assumed', source: unstatedSource, given: true };
}

/** A number that stands for certain: no range, no formula, no evidence. */
export function readCertain(spot: Spot, place: Place): number | undefined {
  if (isFree(spot)) return readFreeAmount(spot, place)?.value;
  if (isMap(spot.node) || isSeq(spot.node)) {
    return complain(spot, 'wrong-type', `expects ${place.expects}, not ${describe(spot.node)}`);
  }
  const belief = readBelief(spot, place, 'value');
  return belief?.kind === 'fixed' ? belief.value : undefined;
}

export interface ChangeBy {
  readonly kind: 'byPercent' | 'byAmount';
  readonly quantity: Quantity;
}

/** A change: `8 %` is relative, `5.30` an amount in the unit of the amount's place. */
export function readChangeBy(spot: Spot, percentPlace: Place, amountPlace: Place): ChangeBy | undefined {
  const relative = mentionsPercent(spot);
  if (relative === 'formula') {
    const message =
      'a formula under by cannot say whether it means a percent or an amount; state the new level with to:';
    return complain(spot, 'formula', message);
  }
  const quantity = readQuantity(spot, relative ? percentPlace : amountPlace);
  return quantity && { kind: relative ? 'byPercent' : 'byAmount', quantity };
}

function mentionsPercent(spot: Spot): boolean | 'formula' {
  const { node } = spot;
  const parts = isMap(node)
    ? ['best', 'range', 'value', 'free'].map((key) => node.get(key))
    : [node?.toJSON()];
  const texts = parts.filter((part) => typeof part === 'string');
  if (texts.some((text) => text.trim().startsWith('='))) return 'formula';
  return texts.some((text) => text.includes('%'));
}

const detailKeys = ['best', 'range', 'value', 'evidence', 'source'] as const;

function readDetailed(spot: Spot, place: Place): Quantity | undefined {
  const entries = readEntries(spot, place.expects);
  if (entries === undefined) return undefined;
  const known = new Map<string, Entry>();
  for (const entry of entries) {
    if ((detailKeys as readonly string[]).includes(entry.key)) known.set(entry.key, entry);
    else complainUnknownKey(entry, detailKeys);
  }
  const belief = readDetailedBelief(spot, place, known);
  const evidence = readEvidence(known.get('evidence')?.value);
  const source = readSource(known.get('source')?.value);
  return belief && evidence && source ? { belief, evidence, source, given: true } : undefined;
}

function readDetailedBelief(spot: Spot, place: Place, known: ReadonlyMap<string, Entry>): Belief | undefined {
  const [value, best, range] = ['value', 'best', 'range'].map((key) => known.get(key)?.value);
  if (value && (best || range)) {
    return complain(value, 'conflict', 'is certain; keep either value, or range with best');
  }
  if (value) return readBelief(value, place, 'value');
  if (!range) {
    const remedy = best
      ? 'best needs its range; a number without one is a value'
      : 'needs a value or a range';
    return complain(spot, 'missing', remedy);
  }
  const interval = readBelief(range, place, 'range');
  if (!best || interval?.kind !== 'interval') return interval;
  const middle = readBelief(best, place, 'value');
  if (middle?.kind !== 'fixed') return middle && complain(best, 'quantity', 'is one number, not a formula');
  if (middle.value <= interval.low || middle.value >= interval.high) {
    return complain(best, 'out-of-range', 'must lie inside its range, between the two ends');
  }
  return { ...interval, best: middle.value };
}

function readBelief(spot: Spot, place: Place, wanted: 'either' | 'value' | 'range'): Belief | undefined {
  const word = readWord(spot, place.expects);
  if (word === undefined) return undefined;
  const refuse = (message: string) => complain(spot, 'quantity', `${quote(word.text)} ${message}`);
  const expression = parseExpression(word.text);
  if (expression.kind === 'refused') return refuse(expression.message);
  if (expression.kind === 'formula') {
    if (place.certain || wanted === 'range') return refuse('is a formula; a plain number is wanted here');
    return readFormula(spot, place, expression.text);
  }
  if (expression.kind === 'amount') {
    if (wanted === 'range') return refuse('is no range; write A to B, or value instead of range');
    const value = convertAmount(expression.amount, place, refuse);
    return value === undefined ? undefined : { kind: 'fixed', value };
  }
  if (place.certain) return refuse('is a range; a plain number is wanted here');
  if (wanted === 'value') return refuse('is a range; write range instead of value or best');
  return readInterval(expression.low, expression.high, place, refuse);
}

function readInterval(
  from: Amount,
  to: Amount,
  place: Place,
  refuse: (message: string) => undefined,
): Distribution | undefined {
  const low = convertAmount(from, place, refuse);
  const high = low === undefined ? undefined : convertAmount(to, place, refuse);
  if (low === undefined || high === undefined) return undefined;
  if (low === high) return refuse('has equal ends; write the number alone');
  if (low > high) return refuse('runs downwards; write the lower end first');
  const scale: Scale = typeof place.scale === 'function' ? place.scale(low, high, from.unit) : place.scale;
  if (scale === 'share' && (low <= 0 || high >= 1)) {
    return refuse('ends at 0 % or 100 %, which an 80 % interval of a share cannot; write 0.1 % or 99.9 %');
  }
  if (scale === 'positive' && low <= 0) {
    return refuse('starts at 0, which an 80 % interval of a positive number cannot; write a small number');
  }
  return { kind: 'interval', scale, low, high };
}

function readFormula(spot: Spot, place: Place, text: string): Belief | undefined {
  const { context, path } = spot;
  const parsed = parseFormula(text, context.inputs);
  if (!parsed.ok) return complain(spot, 'formula', `${quote(`= ${text}`.trim())}: ${parsed.message}`);
  if (place === places.input) return readConstantFormula(spot, parsed.tree);
  context.formulas.push({ path, tree: parsed.tree, place });
  return { kind: 'formula', text, tree: parsed.tree };
}

/** An input may be worked out from numbers, not from other inputs: the order of the file never matters. */
function readConstantFormula(spot: Spot, tree: FormulaTree): Belief | undefined {
  if (namesInFormula(tree).length > 0) {
    return complain(spot, 'formula', 'inputs may not depend on each other; use both where they are needed');
  }
  try {
    return { kind: 'fixed', value: compileFormula(tree, [])(new Float64Array()) };
  } catch (error) {
    if (!(error instanceof KeptError)) throw error;
    return complain(spot, 'formula', error.message);
  }
}

function readEvidence(spot: Spot | undefined): Evidence | undefined {
  if (spot === undefined) return 'assumed';
  const word = readWord(spot, `one of ${evidenceClasses.join(', ')}`);
  if (word === undefined) return undefined;
  const found = evidenceClasses.find((evidence) => evidence === word.text);
  const known = didYouMean(word.text, evidenceClasses);
  return (
    found ??
    complain(spot, 'unknown-name', `is one of ${evidenceClasses.join(', ')}, not ${quote(word.text)}${known}`)
  );
}

function readSource(spot: Spot | undefined): string | undefined {
  return spot === undefined ? unstatedSource : readWord(spot, 'where the number comes from')?.text;
}

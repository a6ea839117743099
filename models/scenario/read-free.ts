import { isMap } from 'yaml';
import { fixed, type Quantity } from '../core/quantity.ts';
import { convertAmount } from './convert-amount.ts';
import { type FreeBounds, isDecidable } from './decision.ts';
import { type Amount, parseExpression } from './expression.ts';
import { scenarioLimits } from './limits.ts';
import type { Place } from './place.ts';
import { type PlaceName, places } from './places.ts';
import { complainUnknownKey, readEntries } from './read-map.ts';
import { complain, quote, readWord, type Spot } from './spot.ts';

/** Whether a value is `{ free: A to B, start: C }`: a decision that a plan leaves to the optimiser. */
export function isFree({ node }: Spot): boolean {
  return isMap(node) && node.has('free');
}

interface FreeParts {
  readonly free: Spot;
  /** What stands after `free:`. */
  readonly text: string;
  readonly start: Spot | undefined;
}

function readParts(spot: Spot, isQuantity: boolean): FreeParts | undefined {
  const entries = readEntries(spot, 'a map with free and start') ?? [];
  let [free, start]: (Spot | undefined)[] = [];
  for (const entry of entries) {
    if (entry.key === 'free') free = entry.value;
    else if (entry.key === 'start') start = entry.value;
    else complainUnknownKey(entry, ['free', 'start']);
  }
  if (!isDecidable(spot.path, isQuantity)) {
    const message = spot.path.startsWith('plans[')
      ? 'cannot be left free; state it'
      : 'cannot be free: only a number of a plan is ours to choose; state a value or a range';
    return complain(spot, 'wrong-type', message);
  }
  const text = free && readWord(free, 'two bounds: A to B')?.text;
  return free === undefined || text === undefined ? undefined : { free, text, start };
}

/** A free amount with its unit: what it starts from, as a quantity and in the base unit. */
export function readFreeAmount(
  spot: Spot,
  place: Place,
): { readonly quantity: Quantity; readonly value: number } | undefined {
  const parts = readParts(spot, place.certain !== true);
  if (parts === undefined) return undefined;
  const refuse = (message: string) => complain(parts.free, 'quantity', `${quote(parts.text)} ${message}`);
  const range = parseExpression(parts.text);
  if (range.kind === 'refused') return refuse(range.message);
  if (range.kind !== 'range') return refuse('gives no two bounds; write A to B');
  const { low, high } = range;
  if (low.unit !== high.unit) return refuse('has two units; write both bounds in one');
  const least = convertAmount(low, place, refuse);
  const most = least === undefined ? undefined : convertAmount(high, place, refuse);
  if (least === undefined || most === undefined || !areBounds(low.value, high.value, refuse))
    return undefined;
  const whole = place.certain === true || isCountOfPeople(place);
  const bounds = place.certain
    ? { low: least, high: most, unit: low.unit === '' ? ('' as const) : ('months' as const) }
    : { low: low.value, high: high.value, unit: low.unit, kind: nameOf(place) };
  if (whole && !(Number.isInteger(bounds.low) && Number.isInteger(bounds.high))) {
    return refuse('has a fraction; these are whole numbers');
  }
  const start = readStart(parts, low.unit, place);
  if (start === undefined) return undefined;
  const inUnit = place.certain ? start && convertAmount(start, place, refuse) : start?.value;
  return record(spot, parts, { ...bounds, whole, form: 'amount' }, inUnit, place);
}

/** `null` where none is stated. */
function readStart(
  { start, text }: FreeParts,
  unit: Amount['unit'],
  place: Place,
): Amount | null | undefined {
  if (start === undefined) return null;
  const word = readWord(start, 'one number within the bounds');
  if (word === undefined) return undefined;
  const read = parseExpression(word.text);
  if (read.kind === 'refused') return complain(start, 'quantity', `${quote(word.text)} ${read.message}`);
  if (read.kind !== 'amount') return complain(start, 'quantity', 'is one number within the bounds');
  if (read.amount.unit !== unit) {
    return complain(start, 'quantity', `has another unit than its bounds, ${text}; write it in theirs`);
  }
  const refuse = (message: string) => complain(start, 'quantity', `${quote(word.text)} ${message}`);
  return convertAmount(read.amount, place, refuse) === undefined ? undefined : read.amount;
}

function record(
  spot: Spot,
  parts: FreeParts,
  bounds: Omit<FreeBounds, 'start'>,
  stated: number | null | undefined,
  place: Place,
): { readonly quantity: Quantity; readonly value: number } | undefined {
  const start = checkStart(parts, bounds, stated ?? undefined);
  if (start === undefined) return undefined;
  const value = convertAmount({ value: start, unit: bounds.unit }, place, (message) =>
    complain(parts.free, 'quantity', `starts at ${start}, which ${message}; state start`),
  );
  if (value === undefined) return undefined;
  const quantity = fixed(value, 'assumed', 'a decision');
  const use = { path: spot.path, bounds: { ...bounds, start } };
  return admit(spot, place.certain ? use : { ...use, quantity }) ? { quantity, value } : undefined;
}

function admit(spot: Spot, use: Spot['context']['decisions'][number]): boolean {
  const { decisions } = spot.context;
  const plan = /^plans\[\d+\]\./.exec(use.path)![0];
  if (decisions.filter(({ path }) => path.startsWith(plan)).length >= scenarioLimits.decisions) {
    complain(
      spot,
      'limit',
      `is one free number too many; at most ${scenarioLimits.decisions} of a plan are searched`,
    );
    return false;
  }
  decisions.push(use);
  return true;
}

function areBounds(low: number, high: number, refuse: (message: string) => undefined): boolean {
  if (low === high) refuse('has equal bounds; write the number alone');
  if (low > high) refuse('runs downwards; write the lower bound first');
  return low < high;
}

/** Where nothing is stated the search starts in the middle. */
function checkStart(
  { free, start }: FreeParts,
  { low, high, whole }: Pick<FreeBounds, 'low' | 'high' | 'whole'>,
  stated: number | undefined,
): number | undefined {
  const middle = (low + high) / 2;
  const value = stated ?? (whole ? Math.floor(middle) : Number(middle.toPrecision(6)));
  if (value < low || value > high) {
    return complain(start ?? free, 'out-of-range', 'must lie within its bounds');
  }
  if (whole && !Number.isInteger(value)) return complain(start ?? free, 'quantity', 'is a whole number');
  return value;
}

function isCountOfPeople(place: Place): boolean {
  return place === places.agents || place === places.byAgents;
}

function nameOf(place: Place): PlaceName {
  return (Object.keys(places) as PlaceName[]).find((name) => places[name] === place)!;
}

/** A free month; `read` reads one month. */
export function readFreeMonth(
  spot: Spot,
  read: (spot: Spot, text: string) => number | undefined,
): number | undefined {
  return readFreeEnds(spot, 'month', (text, of) => read(of, text));
}

/** A free whole number without a unit. */
export function readFreeWhole(spot: Spot, read: (text: string) => number | undefined): number | undefined {
  return readFreeEnds(spot, 'amount', read);
}

/** Whether free bounds are months before the action: `1 to 6 months before`. */
export function isFreeNotice({ node, context }: Spot): boolean {
  const free = isMap(node) ? context.yaml.resolve(node.get('free', true) ?? null) : null;
  return `${free?.toJSON()}`.includes('before');
}

export function readFreeNotice(spot: Spot): number | undefined {
  return readFreeEnds(spot, 'notice', (text, of) => {
    const match = /^(\d{1,3})(?: months?)?(?: before)?$/.exec(text);
    return match
      ? Number(match[1])
      : complain(of, 'wrong-type', `expects months before, such as 1 to 6 months before, not ${quote(text)}`);
  });
}

export function readFreeTenure(spot: Spot): number | undefined {
  return readFreeEnds(spot, 'tenure', (text, of) => {
    const match = /^(?:at least )?(\d{1,4})(?: months?)?$/.exec(text);
    if (match && Number(match[1]) > 0) return Number(match[1]);
    return complain(
      of,
      'wrong-type',
      `expects tenures, such as at least 12 to 60 months, not ${quote(text)}`,
    );
  });
}

function readFreeEnds(
  spot: Spot,
  form: FreeBounds['form'],
  read: (text: string, of: Spot) => number | undefined,
): number | undefined {
  const parts = readParts(spot, false);
  if (parts === undefined) return undefined;
  const refuse = (message: string) => complain(parts.free, 'quantity', `${quote(parts.text)} ${message}`);
  const ends = parts.text.split(/\s+to\s+/);
  if (ends.length !== 2) return refuse('gives no two bounds; write A to B');
  const low = read(ends[0], parts.free);
  const high = low === undefined ? undefined : read(ends[1], parts.free);
  if (low === undefined || high === undefined || !areBounds(low, high, refuse)) return undefined;
  const word = parts.start && readWord(parts.start, 'one number within the bounds');
  const stated = word && parts.start && read(word.text, parts.start);
  if (parts.start && stated === undefined) return undefined;
  const start = checkStart(parts, { low, high, whole: true }, stated);
  if (start === undefined) return undefined;
  const bounds = { low, high, start, unit: '' as const, whole: true, form };
  return admit(spot, { path: spot.path, bounds }) ? start : undefined;
}

import { isMap, isScalar, Scalar } from 'yaml';
import { didYouMean } from '../core/did-you-mean.ts';
import type { FormulaTree } from '../core/formula.ts';
import { parseFormula } from '../core/parse-formula.ts';
import type { Quantity } from '../core/quantity.ts';
import { places } from './places.ts';
import { readQuantity } from './quantity.ts';
import {
  isFree,
  isFreeNotice,
  readFreeMonth,
  readFreeNotice,
  readFreeTenure,
  readFreeWhole,
} from './read-free.ts';
import { complainUnknownKey, readEntries } from './read-map.ts';
import { kpiSeries } from './scenario.ts';
import { complain, describe, quote, readWord, type Spot } from './spot.ts';

const longestName = 80;

/** Words that older YAML programs read as true, false or nothing. */
const ambiguousWord = /^(y|n|yes|no|on|off)$/i;

/** A name of something in the file: text on one line, which a number, a date or `no` is not. */
export function readName(spot: Spot, what: string): string | undefined {
  const { node } = spot;
  if (isScalar(node) && node.value !== null && typeof node.value !== 'string') {
    return complain(spot, 'wrong-type', `${what} is text; put ${describe(node)} in quotes`);
  }
  const word = readWord(spot, what);
  if (word === undefined) return undefined;
  const { text, plain } = word;
  if (plain && (ambiguousWord.test(text) || /^\d{4}-\d\d(-\d\d)?$/.test(text))) {
    return complain(
      spot,
      'wrong-type',
      `${what} is text; put ${quote(text)} in quotes, or others read it as something else`,
    );
  }
  const refused = refuseName(text);
  return refused === undefined ? text : complain(spot, 'wrong-type', `${what} ${refused}`);
}

export function refuseName(text: string): string | undefined {
  if (text.length > longestName) return `has at most ${longestName} characters`;
  // Names go into messages, tables and files of results.
  return /[\p{Cc}\p{Zl}\p{Zp}]/u.test(text) ? 'is one line without control characters' : undefined;
}

export function readText(spot: Spot, what: string, longest: number): string | undefined {
  const { node } = spot;
  if (isScalar(node) && node.value !== null && typeof node.value !== 'string') {
    return complain(spot, 'wrong-type', `expects ${what}; put ${describe(node)} in quotes`);
  }
  return readLine(spot, what, longest);
}

/** Any scalar as the text it is written with: a seed may be a word or a number. */
export function readLine(spot: Spot, what: string, longest: number): string | undefined {
  const word = readWord(spot, what);
  if (word === undefined) return undefined;
  const refused = word.text.length > longest || /[\p{Cc}]/u.test(word.text);
  return refused ? complain(spot, 'wrong-type', `is one line of at most ${longest} characters`) : word.text;
}

export function readChoice<Choice extends string>(
  spot: Spot,
  choices: readonly Choice[],
): Choice | undefined {
  const list = `one of ${choices.join(', ')}`;
  const word = readWord(spot, list);
  if (word === undefined) return undefined;
  const found = choices.find((choice) => choice === word.text);
  const known = didYouMean(word.text, choices);
  return found ?? complain(spot, 'unknown-name', `expects ${list}, not ${quote(word.text)}${known}`);
}

export function readFlag(spot: Spot): boolean | undefined {
  const { node } = spot;
  if (isScalar(node) && typeof node.value === 'boolean') return node.value;
  return complain(spot, 'wrong-type', `expects true or false, not ${describe(node)}`);
}

export function readWhole(spot: Spot, least: number, most: number): number | undefined {
  const expects = `a whole number from ${least} to ${most}`;
  const readText = (text: string) => {
    const value = /^\d{1,9}$/.test(text) ? Number(text) : Number.NaN;
    if (value >= least && value <= most) return value;
    return complain(spot, 'out-of-range', `expects ${expects}, not ${quote(text)}`);
  };
  if (isFree(spot)) return readFreeWhole(spot, readText);
  const word = readWord(spot, expects);
  return word && readText(word.text);
}

export function readFormat(spot: Spot): 'kept/1' | undefined {
  const word = readWord(spot, 'kept/1');
  if (word === undefined) return undefined;
  if (word.text === 'kept/1') return 'kept/1';
  return complain(spot, 'wrong-type', `is ${quote(word.text)}; this program reads kept/1`);
}

export function readCurrency(spot: Spot): string | undefined {
  const word = readWord(spot, 'a currency code, such as EUR');
  if (word === undefined) return undefined;
  if (/^[A-Z]{3}$/.test(word.text)) return word.text;
  return complain(
    spot,
    'wrong-type',
    `expects three capital letters of ISO 4217, such as EUR, not ${quote(word.text)}`,
  );
}

/** A calendar month as the number of months since year 0, which can be subtracted. */
export function parseCalendarMonth(text: string): number | undefined {
  const match = /^(\d{4})-(0[1-9]|1[0-2])$/.exec(text);
  return match ? Number(match[1]) * 12 + Number(match[2]) - 1 : undefined;
}

export function readStart(spot: Spot): string | undefined {
  const word = readWord(spot, 'a calendar month, such as 2027-01');
  if (word === undefined) return undefined;
  if (parseCalendarMonth(word.text) !== undefined) return word.text;
  return complain(spot, 'wrong-type', `expects year and month, such as 2027-01, not ${quote(word.text)}`);
}

/** A month of the plan, 1 to the last: as its number or, where the file has a start, as a calendar month. */
export function readMonth(spot: Spot): number | undefined {
  if (isFree(spot)) return readFreeMonth(spot, readMonthText);
  const word = readWord(spot, aMonth);
  return word && readMonthText(spot, word.text);
}

const aMonth = 'a month of the plan, such as 4 or 2027-04';

function readMonthText(spot: Spot, text: string): number | undefined {
  const { start, months } = spot.context;
  const calendar = parseCalendarMonth(text);
  if (calendar !== undefined && start === undefined) {
    return complain(
      spot,
      'missing',
      `${text} needs start: at the top of the file, the calendar month of month 1`,
    );
  }
  const month = calendar === undefined ? parseMonthNumber(text) : calendar - (start ?? 0) + 1;
  if (month === undefined) return complain(spot, 'wrong-type', `expects ${aMonth}, not ${quote(text)}`);
  if (month < 1) return complain(spot, 'out-of-range', `${text} lies before month 1`);
  if (month > months) return complain(spot, 'out-of-range', `${text} lies after the last month, ${months}`);
  return month;
}

function parseMonthNumber(text: string): number | undefined {
  return /^-?\d{1,9}$/.test(text) ? Number(text) : undefined;
}

export type Announcement = { readonly month: number } | { readonly monthsBefore: number };

/** The month customers are told: a month of the plan, or so many months before the action. */
export function readAnnouncement(spot: Spot): Announcement | undefined {
  const { node } = spot;
  if (isFree(spot) && isFreeNotice(spot)) {
    const notice = readFreeNotice(spot);
    return notice === undefined ? undefined : { monthsBefore: notice };
  }
  const text = isScalar(node) && typeof node.value === 'string' ? node.value.trim() : '';
  const before = /^(\d{1,3})\s+months?\s+before$/.exec(text);
  if (before) return { monthsBefore: Number(before[1]) };
  if (/\b(before|earlier|ahead|prior)\b/.test(text) || /^\d+\s+months?$/.test(text)) {
    return complain(
      spot,
      'wrong-type',
      `expects a month such as 3, or "2 months before", not ${quote(text)}`,
    );
  }
  const month = readMonth(spot);
  return month === undefined ? undefined : { month };
}

/** `at least 60 months`, the tenure from which customers are spared. */
export function readLeastTenure(spot: Spot): number | undefined {
  if (isFree(spot)) return readFreeTenure(spot);
  const word = readWord(spot, '"at least 60 months"');
  if (word === undefined) return undefined;
  const match = /^at least (\d{1,4}) (month|year)s?$/.exec(word.text);
  if (!match) return complain(spot, 'wrong-type', `expects "at least 60 months", not ${quote(word.text)}`);
  const months = Number(match[1]) * (match[2] === 'year' ? 12 : 1);
  return months > 0
    ? months
    : complain(spot, 'out-of-range', 'spares everybody; leave the change out instead');
}

export interface PriceStated {
  readonly mean?: Quantity | undefined;
  readonly spread?: Quantity | undefined;
}

/** One price for all, or `{ mean, spread }`: variety among customers, not doubt about the mean. */
export function readPrice(spot: Spot): PriceStated | undefined {
  const { node } = spot;
  if (!isMap(node) || !(node.has('mean') || node.has('spread'))) {
    const mean = readQuantity(spot, places.price);
    return mean && { mean };
  }
  const entries = readEntries(spot, places.price.expects) ?? [];
  const stated: { mean?: Quantity | undefined; spread?: Quantity | undefined } = {};
  for (const entry of entries) {
    if (entry.key === 'mean') stated.mean = readQuantity(entry.value, places.price);
    else if (entry.key === 'spread') stated.spread = readQuantity(entry.value, places.spread);
    else complainUnknownKey(entry, ['mean', 'spread']);
  }
  if (!node.has('mean')) complain(spot, 'missing', 'needs mean, the average price a month');
  return stated;
}

export function readJoiners(spot: Spot): Quantity | 'as many as leave' | undefined {
  const { node } = spot;
  if (isScalar(node) && node.value === 'as many as leave') return 'as many as leave';
  return readQuantity(spot, places.joiners);
}

const kpiNames = (inputs: ReadonlySet<string>) => new Set<string>([...kpiSeries, ...inputs]);

export interface KpiFormula {
  readonly text: string;
  readonly tree: FormulaTree;
}

export function readKpiFormula(spot: Spot): KpiFormula | undefined {
  const { node } = spot;
  const word = readWord(spot, 'a formula in quotes, such as "profit / customers"');
  if (word === undefined) return undefined;
  if (isScalar(node) && node.type === Scalar.PLAIN) {
    return complain(spot, 'formula', `a formula stands in quotes: "${word.text.slice(0, 60)}"`);
  }
  const text = word.text.replace(/^=\s*/, '');
  const parsed = parseFormula(text, kpiNames(spot.context.inputs));
  if (!parsed.ok) return complain(spot, 'formula', `${quote(text)}: ${parsed.message}`);
  return { text, tree: parsed.tree };
}

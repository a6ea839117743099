import { isMap, isScalar, type Node, Scalar } from 'yaml';
import type { FormulaTree } from '../core/formula.ts';
import type { DecisionUse } from './decision.ts';
import { scenarioLimits } from './limits.ts';
import type { Place } from './place.ts';
import type { Problem, ProblemCode } from './problem.ts';
import type { YamlText } from './yaml-text.ts';

/** A formula met in the file, kept until the inputs are known and its value at best can be checked. */
export interface FormulaUse {
  readonly path: string;
  readonly tree: FormulaTree;
  readonly place: Place;
}

/** What every reader of one file shares. */
export interface ReadContext {
  readonly file: string;
  readonly yaml: YamlText;
  readonly problems: Problem[];
  readonly formulas: FormulaUse[];
  /** Numbers that plans leave free. */
  readonly decisions: DecisionUse[];
  /** Character offset of every value and list item read so far, by path. */
  readonly offsets: Map<string, number>;
  /** Names a quantity's formula may use. */
  readonly inputs: ReadonlySet<string>;
  /** Calendar month of month 1, as months since year 0. */
  readonly start: number | undefined;
  readonly months: number;
}

/** One value of the file: its node with aliases followed, and where it stands. */
export interface Spot {
  readonly node: Node | null;
  readonly path: string;
  readonly offset: number;
  readonly context: ReadContext;
}

export function complain(spot: Spot, code: ProblemCode, message: string): undefined {
  complainAt(spot.context, spot.offset, spot.path, code, message);
}

export function complainAt(
  context: ReadContext,
  offset: number,
  path: string,
  code: ProblemCode,
  message: string,
): undefined {
  if (isFull(context)) return;
  const { line, column } = context.yaml.position(offset);
  context.problems.push({ code, file: context.file, line, column, path, message });
}

/** Whether so much is wrong that looking further would only cost time. */
export function isFull(context: ReadContext): boolean {
  return context.problems.length >= scenarioLimits.problems;
}

/** Complains about something whose place is known by its path; where nothing stands there, about what is around it. */
export function complainPath(
  context: ReadContext,
  path: string,
  code: ProblemCode,
  message: string,
): undefined {
  let known = path;
  while (known !== '' && !context.offsets.has(known)) {
    known = known.slice(0, Math.max(0, known.lastIndexOf('.'), known.lastIndexOf('[')));
  }
  complainAt(context, context.offsets.get(known) ?? 0, path, code, message);
}

/** A value inside another one; `written` is null where the file gives a key and nothing after it. */
export function innerSpot(outer: Spot, path: string, written: Node | null, fallbackOffset: number): Spot {
  const { context } = outer;
  const offset = written?.range?.[0] ?? fallbackOffset;
  context.offsets.set(path, offset);
  return { node: context.yaml.resolve(written), path, offset, context };
}

/** What stands at a spot, in words for a message. */
export function describe(node: Node | null): string {
  if (isMap(node)) return 'a map';
  if (node === null) return 'nothing';
  if (!isScalar(node)) return 'a list';
  if (node.value === null) return 'nothing';
  return quote(node.source ?? `${node.value}`);
}

/** A user's text in quotes, cut to a length that a line of output bears. */
export function quote(text: string): string {
  const flat = JSON.stringify(text.length > 40 ? `${text.slice(0, 39)}…` : text);
  // Control characters beyond those of JSON would act on a terminal.
  return flat.replace(/[\u007f-\u009f\u2028\u2029\u200b-\u200f\u202a-\u202e]/g, '\ufffd');
}

export interface Word {
  readonly text: string;
  /** False in quotes and in block text, where YAML changes nothing. */
  readonly plain: boolean;
}

/** The text of a scalar as written, or a complaint. Numbers and words alike; an empty value is refused. */
export function readWord(spot: Spot, expects: string): Word | undefined {
  const { node } = spot;
  if (!isScalar(node) || node.value === null) {
    return complain(spot, 'wrong-type', `expects ${expects}, not ${describe(node)}`);
  }
  const plain = node.type === Scalar.PLAIN;
  const text = (plain ? (node.source ?? `${node.value}`) : `${node.value}`).trim();
  if (text === '') return complain(spot, 'wrong-type', `expects ${expects}, not empty text`);
  if (plain && text.startsWith('=')) {
    return complain(spot, 'formula', `a formula stands in quotes: "${text.slice(0, 60)}"`);
  }
  return { text, plain };
}

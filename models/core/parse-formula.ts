import {
  type ConditionalNode,
  type ConstantNode,
  create,
  type FunctionNode,
  type MathNode,
  type OperatorNode,
  type ParenthesisNode,
  parseDependencies,
  type SymbolNode,
} from 'mathjs/number';
import { didYouMean } from './did-you-mean.ts';
import { KeptError } from './errors.ts';
import type { FormulaTree } from './formula.ts';

/** mathjs gives its parser and nothing else: its evaluator is not loaded and never sees a user's text. */
const mathParser = create({ parseDependencies });

/** Limits that keep hostile text cheap: the first two are checked before the text is parsed. */
export const formulaLimits = { characters: 500, bracketDepth: 20, nodes: 200, depth: 60 } as const;

export type ParsedFormula =
  | { readonly ok: true; readonly tree: FormulaTree }
  | { readonly ok: false; readonly message: string };

const operators = new Map<string, string>([
  ['add/2', 'add'],
  ['subtract/2', 'subtract'],
  ['multiply/2', 'multiply'],
  ['divide/2', 'divide'],
  ['pow/2', 'power'],
  ['unaryMinus/1', 'negate'],
  ['smaller/2', 'less'],
  ['smallerEq/2', 'lessEqual'],
  ['larger/2', 'greater'],
  ['largerEq/2', 'greaterEqual'],
  ['equal/2', 'equal'],
  ['unequal/2', 'notEqual'],
]);

/** Functions by name, with the least and the greatest number of values they take. */
const functions = new Map<string, readonly [least: number, most: number]>([
  ['min', [1, 20]],
  ['max', [1, 20]],
  ['abs', [1, 1]],
  ['sqrt', [1, 1]],
  ['exp', [1, 1]],
  ['log', [1, 1]],
  ['round', [1, 1]],
  ['floor', [1, 1]],
  ['ceil', [1, 1]],
]);

/** Words that a formula reads as operators or functions and that no input may therefore be called. */
export const formulaWords: ReadonlySet<string> = new Set([
  ...functions.keys(),
  ...['and', 'or', 'xor', 'not', 'mod', 'to', 'in', 'true', 'false', 'null', 'undefined', 'end'],
  ...['Infinity', 'NaN'],
]);

/** Characters with no place in a formula, each with what to do instead. */
const refusedCharacters: readonly (readonly [RegExp, string])[] = [
  [/[#]/, '"#" starts a comment; a formula holds none'],
  [/["'`]/, 'a formula holds numbers, not text in quotes'],
  [/[[\]{}]/, 'lists and objects are not part of a formula; group with ( )'],
  [/%/, 'write a percent as a number: 0.05 for 5 %'],
  [/\b0[xob]/i, 'numbers are decimal'],
  [/[;\n\r]/, 'a formula is one expression on one line'],
  [/(?<![<>=!])=(?!=)/, 'a formula assigns nothing; compare with =='],
  [/[&|@$\\~]/, 'only + - * / ^, comparisons and a ? b : c are operators'],
  [/[^\x20-\x7e\t]/, 'only plain letters, digits and signs are read'],
];

/**
 * Reads a formula into a tree of what is allowed: numbers, the given names, + - * / ^, comparisons, `a ? b : c`
 * and min max abs sqrt exp log round floor ceil. Everything else is refused with what to write instead.
 *
 * Inputs   text without its leading `=`; names that may stand in it
 * Returns  the tree, or one message for the writer; never throws
 */
export function parseFormula(text: string, names: ReadonlySet<string>): ParsedFormula {
  const refused = refuseBeforeParsing(text);
  if (refused !== undefined) return { ok: false, message: refused };
  try {
    const budget = { nodes: 0 };
    return { ok: true, tree: translate(mathParser.parse(text), names, 1, budget) };
  } catch (error) {
    if (error instanceof KeptError) return { ok: false, message: error.message };
    // What mathjs itself rejects is a slip in the formula; its text names the place.
    const reason = error instanceof SyntaxError ? `: ${error.message}` : '';
    return { ok: false, message: `is no formula${reason}` };
  }
}

function refuseBeforeParsing(text: string): string | undefined {
  if (text.trim() === '') return 'the formula is empty';
  if (text.length > formulaLimits.characters) {
    return `a formula has at most ${formulaLimits.characters} characters, this one ${text.length}; use inputs for its parts`;
  }
  for (const [pattern, remedy] of refusedCharacters) {
    if (pattern.test(text)) return remedy;
  }
  let depth = 0;
  for (const character of text) {
    if (character === '(') depth++;
    if (character === ')') depth--;
    if (depth > formulaLimits.bracketDepth) {
      return `brackets nest deeper than ${formulaLimits.bracketDepth}`;
    }
  }
  return undefined;
}

function translate(
  node: MathNode,
  names: ReadonlySet<string>,
  depth: number,
  budget: { nodes: number },
): FormulaTree {
  budget.nodes++;
  if (budget.nodes > formulaLimits.nodes) throw refusal(`a formula has at most ${formulaLimits.nodes} parts`);
  if (depth > formulaLimits.depth) throw refusal(`a formula nests at most ${formulaLimits.depth} deep`);
  const inner = (child: MathNode) => translate(child, names, depth + 1, budget);
  switch (node.type) {
    case 'ConstantNode':
      return constant(node as ConstantNode);
    case 'SymbolNode':
      return symbol((node as SymbolNode).name, names);
    case 'ParenthesisNode':
      return inner((node as ParenthesisNode).content);
    case 'OperatorNode':
      return operator(node as OperatorNode, inner);
    case 'ConditionalNode': {
      const { condition, trueExpr, falseExpr } = node as ConditionalNode;
      return { op: 'call', name: 'if', args: [inner(condition), inner(trueExpr), inner(falseExpr)] };
    }
    case 'FunctionNode':
      return call(node as FunctionNode, names, inner);
    default:
      throw refusal(refusedNodes.get(node.type) ?? `${node.type} is not part of a formula`);
  }
}

const refusedNodes = new Map<string, string>([
  ['RelationalNode', 'comparisons do not chain; write (a < b) * (b < c)'],
  ['RangeNode', '":" stands only in a ? b : c'],
  ['AccessorNode', '"." stands only inside a number'],
]);

function constant(node: ConstantNode): FormulaTree {
  const value: unknown = node.value;
  if (typeof value !== 'number') throw refusal(`"${value}" is not a number`);
  if (!Number.isFinite(value)) throw refusal('a number in the formula is too large');
  return { op: 'number', value };
}

function symbol(name: string, names: ReadonlySet<string>): FormulaTree {
  if (names.has(name)) return { op: 'name', name };
  if (functions.has(name)) throw refusal(`"${name}" is a function: write ${name}(…)`);
  throw refusal(`does not know "${name}"${didYouMean(name, names) || knownNames(names)}`);
}

function knownNames(names: ReadonlySet<string>): string {
  if (names.size === 0) return '; no inputs are declared';
  return `; known are ${[...names].slice(0, 12).join(', ')}`;
}

function operator(node: OperatorNode, inner: (child: MathNode) => FormulaTree): FormulaTree {
  if (node.implicit) throw refusal('write the multiplication sign: 2 * b, not 2 b');
  const name = operators.get(`${node.fn}/${node.args.length}`);
  if (name === undefined) {
    throw refusal(
      node.fn === 'unaryPlus' ? 'leave the plus sign out' : `"${node.op}" is not part of a formula`,
    );
  }
  return { op: 'call', name, args: node.args.map(inner) };
}

function call(
  node: FunctionNode,
  names: ReadonlySet<string>,
  inner: (child: MathNode) => FormulaTree,
): FormulaTree {
  // A method such as Math.min has a name of its own; only a bare word can be a function here.
  const { type, name } = node.fn as MathNode & { readonly name?: string };
  if (type !== 'SymbolNode' || name === undefined) throw refusal('"." stands only inside a number');
  if (names.has(name)) {
    throw refusal(`write the multiplication sign: ${name} * (…), not ${name}(…)`);
  }
  const arity = functions.get(name);
  if (arity === undefined) {
    const known = didYouMean(name, functions.keys()) || `; known are ${[...functions.keys()].join(', ')}`;
    throw refusal(`does not know the function "${name}"${known}`);
  }
  const [least, most] = arity;
  if (node.args.length < least || node.args.length > most) {
    throw refusal(`${name} takes ${least === most ? 'one value' : `${least} to ${most} values`}`);
  }
  return { op: 'call', name, args: node.args.map(inner) };
}

function refusal(message: string): KeptError {
  return new KeptError('formula-refused', message);
}

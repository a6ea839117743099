import { KeptError } from './errors.ts';

/** A formula as plain data: what the allow-list admits, nothing else. Made by `parseFormula`, run by `compileFormula`. */
export type FormulaTree =
  | { readonly op: 'number'; readonly value: number }
  | { readonly op: 'name'; readonly name: string }
  | { readonly op: 'call'; readonly name: string; readonly args: readonly FormulaTree[] };

export type CompiledFormula = (values: Float64Array) => number;

type Unary = (a: number) => number;
type Binary = (a: number, b: number) => number;

const unary = new Map<string, Unary>([
  ['negate', (a) => -a],
  ['abs', Math.abs],
  ['sqrt', Math.sqrt],
  ['exp', Math.exp],
  ['log', Math.log],
  ['round', Math.round],
  ['floor', Math.floor],
  ['ceil', Math.ceil],
]);

const binary = new Map<string, Binary>([
  ['add', (a, b) => a + b],
  ['subtract', (a, b) => a - b],
  ['multiply', (a, b) => a * b],
  ['divide', (a, b) => a / b],
  ['power', power],
  ['less', (a, b) => (a < b ? 1 : 0)],
  ['lessEqual', (a, b) => (a <= b ? 1 : 0)],
  ['greater', (a, b) => (a > b ? 1 : 0)],
  ['greaterEqual', (a, b) => (a >= b ? 1 : 0)],
  ['equal', (a, b) => (a === b ? 1 : 0)],
  ['notEqual', (a, b) => (a === b ? 0 : 1)],
]);

/** Whole exponents up to this size are multiplied out; larger and broken ones go through exp and log. */
const largestMultipliedExponent = 64;

/**
 * Turns a checked formula into a function of numbers; no text is evaluated and no code is generated.
 *
 * Inputs   tree from `parseFormula`; names in the order of the values that the function will be given
 * Returns  a function that reads `values[i]` for `names[i]`. A comparison is 1 or 0; a condition holds when it is not 0
 * Errors   here `formula-refused` for a name or call that the tree may not hold;
 *          on a call `formula-not-finite` as soon as any step leaves the finite numbers
 */
export function compileFormula(tree: FormulaTree, names: readonly string[]): CompiledFormula {
  const indexOf = new Map(names.map((name, index) => [name, index]));
  return compile(tree, indexOf);
}

/** Names that a formula reads, each once, in order of first use. */
export function namesInFormula(tree: FormulaTree): string[] {
  const found = new Set<string>();
  const visit = (node: FormulaTree): void => {
    if (node.op === 'name') found.add(node.name);
    if (node.op === 'call') node.args.forEach(visit);
  };
  visit(tree);
  return [...found];
}

function compile(tree: FormulaTree, indexOf: ReadonlyMap<string, number>): CompiledFormula {
  if (tree.op === 'number') {
    const { value } = tree;
    return () => value;
  }
  if (tree.op === 'name') {
    const index = indexOf.get(tree.name);
    if (index === undefined) throw new KeptError('formula-refused', `the formula names "${tree.name}"`);
    return (values) => values[index];
  }
  return compileCall(
    tree.name,
    tree.args.map((argument) => compile(argument, indexOf)),
  );
}

function compileCall(name: string, args: readonly CompiledFormula[]): CompiledFormula {
  const [first, second, third] = args;
  const one = unary.get(name);
  if (one && args.length === 1) return (values) => finite(name, one(first(values)));
  const two = binary.get(name);
  if (two && args.length === 2) return (values) => finite(name, two(first(values), second(values)));
  if (name === 'if' && args.length === 3) {
    return (values) => (first(values) === 0 ? third(values) : second(values));
  }
  if (name === 'min' && args.length > 0) return (values) => extreme(args, values, Math.min);
  if (name === 'max' && args.length > 0) return (values) => extreme(args, values, Math.max);
  throw new KeptError('formula-refused', `the formula calls "${name}" with ${args.length} values`);
}

function extreme(args: readonly CompiledFormula[], values: Float64Array, pick: Binary): number {
  let result = args[0](values);
  for (let index = 1; index < args.length; index++) result = pick(result, args[index](values));
  return result;
}

function finite(name: string, value: number): number {
  if (Number.isFinite(value)) return value;
  throw new KeptError('formula-not-finite', `"${name}" in a formula gives no finite number`, { step: name });
}

/** a to the b with the same bits in every engine: `exp(b·log a)`, or products for small whole exponents. */
function power(a: number, b: number): number {
  if (!Number.isInteger(b) || Math.abs(b) > largestMultipliedExponent) return Math.exp(b * Math.log(a));
  let result = 1;
  for (let count = 0; count < Math.abs(b); count++) result *= a;
  return b < 0 ? 1 / result : result;
}

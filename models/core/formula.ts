/** A formula as plain data: what the allow-list admits, nothing else. Made by `parseFormula`, run by `compileFormula`. */
export type FormulaTree =
  | { readonly op: 'number'; readonly value: number }
  | { readonly op: 'name'; readonly name: string }
  | { readonly op: 'call'; readonly name: string; readonly args: readonly FormulaTree[] };

import {
  type Alias,
  Composer,
  CST,
  type Document,
  isAlias,
  Lexer,
  LineCounter,
  type Node,
  Parser,
  visit,
} from 'yaml';
import type { Problem, ProblemCode } from './problem.ts';
import { causesOf, openingOf, syntaxWords } from './syntax-words.ts';

/**
 * Work that a file may cause, checked while it is read and before anything is built from it. A hostile text of this
 * size would otherwise keep the YAML library busy for minutes or exhaust the memory of the process.
 */
export const yamlLimits = {
  characters: 1024 * 1024,
  /** Words, signs and line ends; a file at every limit of the format has about 250,000. */
  tokens: 300_000,
  depth: 40,
  anchors: 1000,
  /** Signs beyond two for each word. Words bring signs with them; text that is nearly all signs is no scenario. */
  strayMarks: 1000,
  syntaxProblems: 10,
} as const;

/** A YAML text as a tree of nodes that know where they stand. */
export interface YamlText {
  readonly root: Node | null;
  /** The node itself, or the one that an alias stands for. */
  resolve(node: Node | null): Node | null;
  position(offset: number): { readonly line: number; readonly column: number };
}

export type ReadYaml =
  | { readonly ok: true; readonly yaml: YamlText }
  | { readonly ok: false; readonly problems: Problem[] };

interface Complaint {
  readonly offset: number;
  readonly code: ProblemCode;
  readonly message: string;
}

/**
 * Reads YAML 1.2 (JSON included) into nodes. Tags, directives and further documents are refused; a byte order mark
 * and any kind of line end are fine. Duplicate keys are left to the reader of the map, who can name both lines.
 */
export function readYaml(text: string, file: string): ReadYaml {
  const source = text.startsWith('\uFEFF') ? text.slice(1) : text;
  const lines = new LineCounter();
  lines.addNewLine(0);
  const position = (offset: number) => {
    const { line, col } = lines.linePos(offset);
    return { line: Math.max(1, line), column: Math.max(1, col) };
  };
  const composed = compose(source, lines);
  if (!Array.isArray(composed)) return { ok: true, yaml: { ...composed, position } };
  const problems = composed.map(({ offset, code, message }) => ({
    code,
    file,
    ...position(offset),
    path: '',
    message,
  }));
  return { ok: false, problems };
}

function compose(source: string, lines: LineCounter): Omit<YamlText, 'position'> | Complaint[] {
  if (source.length > yamlLimits.characters) {
    return [limit(0, `is larger than ${yamlLimits.characters / 1024} KiB; keep data in files of their own`)];
  }
  const tokens = readTokens(source, lines);
  if (!Array.isArray(tokens)) return [tokens];
  const composer = new Composer({ uniqueKeys: false, logLevel: 'silent' });
  const [document, second] = composer.compose(tokens, true, source.length);
  if (second)
    return [
      {
        offset: second.range[0],
        code: 'syntax',
        message: 'starts a second document; a file holds one scenario',
      },
    ];
  if (document.errors.length > 0) {
    const shown = causesOf(document.errors).slice(0, yamlLimits.syntaxProblems);
    const complaints = shown.map(({ pos, code, message }) => syntaxComplaint(source, pos[0], code, message));
    // One mistake may be met more than once on the way out of it; the first words about it are the nearest.
    const all = new Map(complaints.toReversed().map((each) => [each.offset, each]));
    return [...all.values()].sort((a, b) => a.offset - b.offset);
  }
  return resolveAliases(document);
}

/** Runs lexer and parser step by step, so that every limit stops the work as soon as it is passed. */
function readTokens(source: string, lines: LineCounter): CST.Token[] | Complaint {
  const parser = new Parser(lines.addNewLine);
  const budget = { tokens: 0, anchors: 0, strayMarks: 0 };
  const tokens: CST.Token[] = [];
  let isContent = false;
  for (const lexeme of new Lexer().lex(source)) {
    // What follows the scalar sign is the scalar's own text, whatever it looks like.
    const refused = spend(budget, isContent ? 'content' : CST.tokenType(lexeme), parser);
    if (refused) return refused;
    isContent = lexeme === CST.SCALAR;
    tokens.push(...parser.next(lexeme));
  }
  return [...tokens, ...parser.end()];
}

interface Budget {
  tokens: number;
  anchors: number;
  strayMarks: number;
}

function spend(
  budget: Budget,
  type: CST.TokenType | 'content' | null,
  parser: Parser,
): Complaint | undefined {
  const { offset } = parser;
  budget.tokens++;
  switch (type) {
    case 'directive-line':
      return {
        offset,
        code: 'syntax',
        message: 'a line cannot start with %; YAML directives are not used here',
      };
    case 'tag':
      return {
        offset,
        code: 'syntax',
        message: 'tags are not used here; put text that starts with ! in quotes',
      };
    case 'anchor':
    case 'alias':
      budget.anchors++;
      break;
    case 'comma':
    case 'map-value-ind':
    case 'explicit-key-ind':
      budget.strayMarks++;
      break;
    case 'scalar':
    case 'single-quoted-scalar':
    case 'double-quoted-scalar':
      budget.strayMarks -= 2;
      break;
  }
  if (budget.tokens > yamlLimits.tokens) return limit(offset, 'the file holds too many words and signs');
  if (budget.anchors > yamlLimits.anchors)
    return limit(offset, 'the file holds too many anchors and aliases');
  if (budget.strayMarks > yamlLimits.strayMarks)
    return limit(offset, 'the file holds too many signs without values');
  if (parser.stack.length > yamlLimits.depth) return limit(offset, 'lists and maps nest too deeply');
  return undefined;
}

/** Finds every alias its node in one pass; an alias may stand only after its anchor. */
function resolveAliases(document: Document.Parsed): Omit<YamlText, 'position'> | Complaint[] {
  const anchors = new Map<string, Node>();
  const targets = new Map<Alias, Node>();
  const complaints: Complaint[] = [];
  visit(document, {
    Node: (_key, node) => {
      if (!isAlias(node)) {
        if (node.anchor !== undefined) anchors.set(node.anchor, node as Node);
        return;
      }
      const target = anchors.get(node.source);
      if (target) targets.set(node, target);
      else complaints.push(missingAnchor(node));
    },
  });
  if (complaints.length > 0) return complaints;
  return {
    root: document.contents,
    resolve: (node) => (isAlias(node) ? (targets.get(node) ?? null) : node),
  };
}

function missingAnchor(alias: Alias): Complaint {
  const message = `*${alias.source} names no anchor that stands before it`;
  return { offset: alias.range?.[0] ?? 0, code: 'syntax', message };
}

function limit(offset: number, message: string): Complaint {
  return { offset, code: 'limit', message };
}

function syntaxComplaint(source: string, offset: number, code: string, message: string): Complaint {
  const start = source.lastIndexOf('\n', offset - 1) + 1;
  const end = source.indexOf('\n', offset);
  const line = source.slice(start, end < 0 ? source.length : Math.min(end, start + 500));
  const formula = /(?:[:,{[]|^\s*-)\s*(=[^=])/.exec(line);
  if (formula) {
    const at = start + formula.index + formula[0].length - formula[1].length;
    return { offset: at, code: 'formula', message: 'a formula stands in quotes: "= …"' };
  }
  if (code === 'TAB_AS_INDENT') {
    return { offset, code: 'syntax', message: 'a tab indents this line; YAML wants spaces' };
  }
  const at = message.startsWith('Missing closing') ? lastQuote(source) : openingOf(source, offset, message);
  return { offset: at, code: 'syntax', message: syntaxWords(message) };
}

/** Where the last text in quotes begins: one that is never closed takes all that follows. */
function lastQuote(source: string): number {
  const parser = new Parser();
  let last = 0;
  let isContent = false;
  for (const lexeme of new Lexer().lex(source)) {
    if (!isContent && CST.tokenType(lexeme)?.endsWith('quoted-scalar')) last = parser.offset;
    isContent = lexeme === CST.SCALAR;
    for (const _ of parser.next(lexeme));
  }
  return last;
}

import { isMap, isScalar, type Node } from 'yaml';
import { buildScenario } from './build.ts';
import { buildCorrelations } from './build-correlations.ts';
import { checkAcross, refuseInputName } from './check.ts';
import { checkExtremes } from './check-optimise.ts';
import { checkFormulas, checkLevels } from './check-values.ts';
import { defaults } from './defaults.ts';
import { scenarioLimits } from './limits.ts';
import type { Problem } from './problem.ts';
import { parseCalendarMonth } from './readers.ts';
import type { Scenario } from './scenario.ts';
import { fileSchema, type UnderstoodFile } from './schema.ts';
import { complainAt, quote, type ReadContext, type Spot } from './spot.ts';
import { walk } from './walk.ts';
import { readYaml, type YamlText } from './yaml-text.ts';

export type ParsedScenario =
  | { readonly ok: true; readonly scenario: Scenario }
  | { readonly ok: false; readonly problems: Problem[] };

/**
 * Reads a scenario file: YAML 1.2 or JSON in format kept/1, at most 1 MiB.
 *
 * Inputs   text; the file's name for messages
 * Returns  the checked scenario, or every problem in the order of the file, at most 200. Never throws for a text
 */
export function parseScenarioText(text: string, file = 'scenario'): ParsedScenario {
  const document = readYaml(text, file);
  if (!document.ok) return document;
  const { yaml } = document;
  const context = createContext(yaml, file);
  if (yaml.root === null || (isScalar(yaml.root) && yaml.root.value === null)) {
    complainAt(context, 0, '', 'missing', 'the file is empty; a scenario starts with format: kept/1');
    return { ok: false, problems: context.problems };
  }
  if (refuseResult(yaml, context)) return { ok: false, problems: context.problems };
  const spot: Spot = { node: yaml.root, path: '', offset: yaml.root.range?.[0] ?? 0, context };
  context.offsets.set('', spot.offset);
  const sketch = walk(fileSchema, spot);
  if (sketch) checkAcross(sketch, context);
  if (context.problems.length > 0 || !sketch) return { ok: false, problems: inOrder(context.problems) };
  // Nothing was reported, so nothing is missing.
  return finish(sketch as UnderstoodFile, context);
}

/** What came out of a scenario is none: one problem, not one for every line that a scenario has and it has not. */
function refuseResult(yaml: YamlText, context: ReadContext): boolean {
  const { root } = yaml;
  const textAt = (map: Node | null, key: string) => {
    const node = isMap<Node, Node | null>(map) ? findValue(map, key, yaml) : null;
    return isScalar(node) && typeof node.value === 'string' ? node.value : undefined;
  };
  const format = textAt(root, 'format');
  if (!isMap<Node, Node | null>(root) || !format || !/^kept-[a-z]+\/\d+$/.test(format)) return false;
  const title = textAt(findValue(root, 'scenario', yaml), 'title');
  const source = title === undefined ? 'the scenario that it is of' : quote(title);
  const message = `is ${quote(format)}, a result and no scenario; open the file of ${source} instead`;
  complainAt(context, findValue(root, 'format', yaml)?.range?.[0] ?? 0, 'format', 'wrong-type', message);
  return true;
}

/** Checks that need the numbers: formulas at the best values of their inputs, and where changes lead. */
function finish(understood: UnderstoodFile, context: ReadContext): ParsedScenario {
  checkFormulas(understood, context);
  if (context.problems.length === 0) {
    const independent = buildScenario(understood, context.decisions);
    const correlations = buildCorrelations(understood, independent, context);
    const scenario = correlations.length > 0 ? { ...independent, correlations } : independent;
    checkLevels(scenario, context);
    if (context.problems.length === 0) checkExtremes(scenario, context);
    if (context.problems.length === 0) return { ok: true, scenario };
  }
  return { ok: false, problems: inOrder(context.problems) };
}

function inOrder(problems: readonly Problem[]): Problem[] {
  return [...problems].sort((a, b) => a.line - b.line || a.column - b.column);
}

/** What readers need before they meet it: the names of the inputs, the start and the length of the plan. */
function createContext(yaml: YamlText, file: string): ReadContext {
  const root = yaml.root;
  const value = (key: string): Node | null =>
    isMap<Node, Node | null>(root) ? findValue(root, key, yaml) : null;
  const start = value('start');
  const months = value('months');
  const stated = isScalar(months) && typeof months.value === 'number' ? months.value : defaults.months;
  const isUsable = Number.isInteger(stated) && stated >= 1 && stated <= scenarioLimits.months;
  return {
    file,
    yaml,
    problems: [],
    formulas: [],
    decisions: [],
    offsets: new Map(),
    inputs: inputNames(value('inputs'), yaml),
    start: isScalar(start) ? parseCalendarMonth(`${start.value}`) : undefined,
    // A wrong number of months is one problem, not one for every action.
    months: isUsable ? stated : scenarioLimits.months,
  };
}

function findValue(
  map: { readonly items: readonly { key: Node; value: Node | null }[] },
  key: string,
  yaml: YamlText,
) {
  const pair = map.items.find((item) => isScalar(item.key) && item.key.value === key);
  return yaml.resolve(pair?.value ?? null);
}

function inputNames(node: Node | null, yaml: YamlText): ReadonlySet<string> {
  if (!isMap<Node, Node | null>(node)) return new Set();
  const keys = node.items.slice(0, scenarioLimits.inputs).map((pair) => yaml.resolve(pair.key));
  const names = keys.flatMap((key) => (isScalar(key) && typeof key.value === 'string' ? [key.value] : []));
  return new Set(names.filter((name) => refuseInputName(name) === undefined));
}

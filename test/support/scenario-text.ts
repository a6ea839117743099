import { parseScenarioText } from '../../models/scenario/parse.ts';
import type { Scenario } from '../../models/scenario/scenario.ts';

/** Parts of a small scenario file; each is one line or several, without its indentation. */
export interface ScenarioParts {
  /** Top-level keys. */
  readonly top?: string;
  /** Keys of the world beside its segments. */
  readonly world?: string;
  /** Keys of the one segment, `Everyone`; those given replace the usual ones. */
  readonly segment?: string;
  /** Actions of the one plan, `Plan`, as list items. */
  readonly actions?: string;
}

/** The text of a valid scenario of one segment, with parts put in. */
export function scenarioText({
  top = '',
  world = '',
  segment = '',
  actions = '',
}: ScenarioParts = {}): string {
  const usual = { customers: '1000', price: '20', churn: '2 %/month' };
  const lines = Object.entries(usual)
    .filter(([key]) => !new RegExp(`^${key}:`, 'm').test(segment))
    .map(([key, value]) => `${key}: ${value}`);
  return [
    'format: kept/1',
    'title: Test',
    top,
    'world:',
    indent(world, 2),
    '  segments:',
    '    - name: Everyone',
    indent([...lines, segment].join('\n'), 6),
    ...(actions === '' ? [] : ['plans:', '  - name: Plan', '    actions:', indent(actions, 6)]),
  ]
    .filter((line) => line !== '')
    .join('\n');
}

/** The scenario of those parts; a problem is an error of the test. */
export function readParts(parts: ScenarioParts = {}): Scenario {
  const parsed = parseScenarioText(scenarioText(parts));
  if (!parsed.ok)
    throw new Error(parsed.problems.map(({ path, message }) => `${path} ${message}`).join('\n'));
  return parsed.scenario;
}

/** The messages that those parts get, each with its path. */
export function problemsOf(parts: ScenarioParts): string[] {
  const parsed = parseScenarioText(scenarioText(parts));
  return parsed.ok ? [] : parsed.problems.map(({ path, message }) => `${path} ${message}`);
}

function indent(text: string, by: number): string {
  return text
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => ' '.repeat(by) + line)
    .join('\n');
}

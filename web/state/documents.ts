import {
  createSampler,
  formatProblem,
  parseScenario,
  type Quantity,
  rewriteScenario,
  type Scenario,
} from '../../models/index.ts';
import { text } from '../text.ts';
import {
  type Choice,
  initialLevers,
  type OpenDocument,
  type ScenarioGroup,
  type ScenarioOffer,
} from './choice.ts';
import { editsOf } from './edits.ts';
import { type Trouble, troubleOf } from './trouble.ts';

/** No scenario that the page opens is larger. */
export const mostBytes = 2 * 1024 * 1024;

let opened = 0;

/** A scenario and the file it came from; `path` may have folders. `key` tells it from all others that are open. */
export function createDocument(
  group: ScenarioGroup,
  path: string,
  scenario: Scenario,
  readText: () => Promise<string>,
  key = `${++opened} ${path}`,
): OpenDocument {
  // Made when first asked for: most of the scenarios that are offered are never opened.
  let best: ReturnType<ReturnType<typeof createSampler>> | null = null;
  const bestValue = (quantity: Quantity) => {
    best ??= createSampler(scenario, scenario.seed)('best');
    return best.of(quantity);
  };
  const file = path.slice(path.lastIndexOf('/') + 1);
  return {
    key,
    group,
    file,
    scenario,
    bestValue,
    text: readText,
  };
}

/** What is open, as it can be picked again. */
export function ownOffer(document: OpenDocument, key = document.key): ScenarioOffer {
  return { key, group: 'own', title: document.scenario.title, load: () => Promise.resolve(document) };
}

/** A copy of the reader's own, which differs from all others that are open. */
export function copyOf({ file, scenario, text: readText }: OpenDocument): OpenDocument {
  return createDocument('own', file, scenario, readText);
}

export type Opening =
  | { readonly ok: true; readonly document: OpenDocument }
  | { readonly ok: false; readonly trouble: Trouble };

/** Reads and checks a file of the reader's own; whatever is wrong with it comes back in words. */
export async function openFile(file: File): Promise<Opening> {
  const refuse = (title: string): Opening => ({
    ok: false,
    trouble: { title, advice: text.stillOpen, problems: [] },
  });
  if (file.size > mostBytes) return refuse(text.tooLarge(file.name));
  const content = await file.text().catch(() => null);
  return content === null ? refuse(text.unreadable(file.name)) : openText(file.name, content);
}

/** The same for the text of a file. */
export async function openText(
  file: string,
  content: string,
  group: ScenarioGroup = 'own',
): Promise<Opening> {
  const outcome = await parseScenario(content, file);
  if (outcome.ok) {
    return {
      ok: true,
      document: createDocument(group, file, outcome.scenario, () => Promise.resolve(content)),
    };
  }
  const problems = outcome.problems.map((problem) => ({ ...problem, full: formatProblem(problem) }));
  const title = text.problemsTitle(file, problems.length);
  return { ok: false, trouble: { title, advice: `${text.stillOpen} ${text.correctLines}`, problems } };
}

/** What was to be opened could not even be read, such as where part of the page did not load. */
export function unopened(file: string, error: unknown): Extract<Opening, { readonly ok: false }> {
  const why = error instanceof Error ? error.message : String(error);
  return { ok: false, trouble: troubleOf(text.openFailed(file), why) };
}

/** The file's text with all that was chosen written in; comments stay. */
export async function writeChoice({ document, levers }: Choice): Promise<string> {
  const edits = Object.entries(levers).flatMap(([key, moved]) => {
    const planIndex = Number(key);
    return editsOf(document.scenario, planIndex, initialLevers(document, planIndex), moved);
  });
  const content = await document.text();
  return edits.length === 0 ? content : rewriteScenario(content, edits);
}

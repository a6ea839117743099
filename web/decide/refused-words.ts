import type { Scenario } from '../../models/index.ts';
import type { ProblemLine } from '../state/trouble.ts';
import { inputName } from '../views/input-words.ts';
import { text } from './text.ts';

/** What the reader wrote: the name of the number, and where in the file it stands. */
export interface Written {
  readonly name: string;
  readonly place: readonly (string | number)[];
}

/** Why a number cannot be taken, each reason once, with its subject: the number itself, or what follows from it. */
export function refusedWords(
  problems: readonly Pick<ProblemLine, 'path' | 'message'>[],
  written: Written,
  scenario: Scenario,
): string {
  const sentences = problems.map(({ path, message }) =>
    text.refusedAs(subjectOf(path, written, scenario), message),
  );
  return [...new Set(sentences)].join(' ');
}

function subjectOf(path: string, { name, place }: Written, scenario: Scenario): string {
  const own = place.map((part) => (typeof part === 'number' ? `[${part}]` : `.${part}`)).join('');
  const at = `.${path}`;
  if (path === '' || at === own || at.startsWith(`${own}.`)) return name;
  const plan = /^plans\[(\d+)\]/.exec(path);
  if (plan) return text.planNamed(scenario.plans[Number(plan[1])]?.name ?? '');
  const last = path.split('.').at(-1) ?? path;
  return inputName(last.replace(/\[\d+\]$/, ''), scenario);
}

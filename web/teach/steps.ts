import { html, nothing } from 'lit';
import type { Scenario } from '../../models/index.ts';
import { words } from './text.ts';

export const steps = ['question', 'predict', 'run', 'reveal', 'debrief'] as const;
export type Step = (typeof steps)[number];

/** The step an address names; a lesson begins with its question, all else with the run. */
export function stepOf(view: string | undefined, scenario: Scenario): Step {
  return steps.find((step) => step === view) ?? (scenario.lesson ? 'question' : 'run');
}

export function nextStep(step: Step): Step | null {
  return steps[steps.indexOf(step) + 1] ?? null;
}

/** Whether the best promise is part of what is asked: always without a lesson, else where it opens with a changed promise. */
export function asksPromise({ lesson, plans }: Scenario): boolean {
  if (!lesson) return true;
  const [{ plan, beats }] = lesson.claim;
  const opening = plans.filter(({ name }) => name === plan || name === beats);
  return opening.some(({ actions }) => actions.some(({ promise }) => promise !== undefined));
}

/** Where one is in a lesson, and the way to the other steps. */
export interface StepState {
  readonly step: Step;
  readonly answers: number;
  readonly month: number;
  readonly months: number;
}

export function renderSteps(
  { step, answers, month, months }: StepState,
  go: (step: Step) => void,
  notes = true,
) {
  const note = (of: Step) => {
    const known = words.stepNotes;
    if (of === 'predict') return known.predict(answers);
    return of === 'run' ? known.run(month, months) : known[of];
  };
  return html`<nav aria-label=${words.steps}><ol class="steps">
    ${steps.map(
      (
        of,
      ) => html`<li><button aria-current=${of === step ? 'step' : nothing} class=${steps.indexOf(of) < steps.indexOf(step) ? 'done' : ''} @click=${() => go(of)}>
        ${words.stepNames[of]}${notes ? html`<small>${note(of)}</small>` : nothing}</button></li>`,
    )}
  </ol></nav>`;
}

import type { Model } from '../state/session.ts';
import { text } from '../text.ts';
import { decisionOf } from './verdict-view.ts';

/** Says under a saved picture where it comes from. */
export function originOf({ situation, results }: Model): string {
  const { title } = situation.scenario;
  const engine = results.draws?.engine;
  const run = engine ? ` · ${text.seed(engine.seed)} · ${text.draws(engine.draws)}` : '';
  return `${text.product} · ${title} · ${decisionOf(situation)}${run}`;
}

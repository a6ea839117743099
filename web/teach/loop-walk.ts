import type { Scenario } from '../../models/index.ts';
import { createLoop, examplesOf, type Loop, type LoopNode, promiseMechanisms } from './loop-view.ts';
import { words } from './text.ts';

/** One stop on the way along the loop. */
export interface Stop {
  /** What is looked at; `null`: the whole. */
  readonly name: LoopNode['name'] | null;
  readonly title: string;
  readonly sentences: readonly string[];
}

/** The debrief as a way: first the whole with the lesson's own words, then what the lesson names, one by one. */
export interface LoopWalk {
  readonly loop: Loop;
  readonly stops: readonly Stop[];
}

const walks = new WeakMap<Scenario, LoopWalk>();

export function walkLoop(scenario: Scenario): LoopWalk {
  const known = walks.get(scenario) ?? makeWalk(scenario);
  walks.set(scenario, known);
  return known;
}

function makeWalk(scenario: Scenario): LoopWalk {
  const named = scenario.lesson?.mechanisms ?? promiseMechanisms;
  const loop = createLoop(named);
  const whole: Stop = { name: null, title: scenario.title, sentences: debriefOf(scenario) };
  const stops = examplesOf(named).map(({ name, title, example }) => ({ name, title, sentences: [example] }));
  return { loop, stops: [whole, ...stops] };
}

/** The lesson's own words, sentence by sentence. */
export function debriefOf({ lesson }: Scenario): readonly string[] {
  return (lesson?.debrief ?? words.openDebrief).split(/(?<=\.) /);
}

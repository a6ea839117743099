import { type MechanismName, mechanisms, type Scenario } from '../../models/index.ts';
import { debriefWords } from './debrief-text.ts';
import { createLoop, type Loop, promiseMechanisms } from './loop-view.ts';

/** The debrief as a way: first the whole with the lesson's own words, then what the lesson names, one by one. */
export interface LoopWalk {
  readonly loop: Loop;
  /** What is looked at, in the order of the month; `null`: the whole. */
  readonly stops: readonly (MechanismName | null)[];
}

const walks = new WeakMap<Scenario, LoopWalk>();

export function walkLoop(scenario: Scenario): LoopWalk {
  const known = walks.get(scenario) ?? makeWalk(scenario);
  walks.set(scenario, known);
  return known;
}

function makeWalk(scenario: Scenario): LoopWalk {
  const named = namedOf(scenario);
  const inOrder = mechanisms.filter(({ name }) => named.includes(name)).map(({ name }) => name);
  const absent = absentFrom(scenario).filter((name) => !named.includes(name));
  return { loop: createLoop(named, absent), stops: [null, ...inOrder] };
}

/** Nobody calls where there is no contact centre. */
function absentFrom({ world }: Scenario): readonly MechanismName[] {
  return world.operations ? [] : ['contact-centre'];
}

/** The mechanisms that a lesson names; those of a promise where there is no lesson. */
export function namedOf({ lesson }: Scenario): readonly MechanismName[] {
  return lesson?.mechanisms ?? promiseMechanisms;
}

/** The lesson's own words, sentence by sentence. */
export function debriefOf({ lesson }: Scenario): readonly string[] {
  return (lesson?.debrief ?? debriefWords.openDebrief).split(/(?<=\.) /);
}

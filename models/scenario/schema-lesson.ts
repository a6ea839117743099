import { mechanismNames } from '../mechanisms/index.ts';
import { claimMeasures } from './lesson.ts';
import { scenarioLimits as limits } from './limits.ts';
import { choice, name, text } from './schema-leaves.ts';
import { list, section } from './schema-parts.ts';

const predict = section(
  {
    ask: text('What to predict before the run', 300),
    choices: list(text('An answer to choose', 200), 'Answers to choose from', 'a list of answers', 2, 6),
    answer: text('The answer the run gives, one of the choices', 200),
  },
  { description: 'A prediction to make', wants: 'a map with ask, choices and answer' },
);

const claim = section(
  {
    plan: name('The plan that does better; do nothing is one too'),
    beats: name('The plan that does worse'),
    on: choice('The figure that decides', claimMeasures),
  },
  { description: 'One plan does better than another', wants: 'a map with plan, beats and on' },
);

/** What a scenario teaches: a question, a prediction, what came out and why. */
export const lessonSchema = section(
  {
    question: text('What the lesson is about', 300),
    predict,
    debrief: text('What came out, and why; fold long text with >-', 2000),
    mechanisms: list(
      choice('Name of a mechanism', mechanismNames),
      'Mechanisms at work',
      'a list of mechanisms',
      1,
      mechanismNames.length,
    ),
    claim: list(
      claim,
      'What the lesson claims; the run can be held to it',
      'a list of claims',
      1,
      limits.claims,
    ),
  },
  {
    description: 'What the scenario teaches',
    wants: 'a map with question, predict, debrief, mechanisms and claim',
  },
);

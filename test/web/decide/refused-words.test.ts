import { expect, test } from 'vitest';
import { parseScenario } from '../../../models/index.ts';
import { refusedWords } from '../../../web/decide/refused-words.ts';
import { smallScenario } from '../../support/small-scenario.ts';

const parsed = await parseScenario(smallScenario);
if (!parsed.ok) throw new Error('the scenario is valid');
const { scenario } = parsed;
const written = { name: 'Fiber cost', place: ['inputs', 'fiberCost'] };
const negative = 'is -5 at the best values of the inputs; it cannot be negative';

test('what follows in several places is said once, with its name', () => {
  const problems = [0, 1, 2].map((index) => ({
    path: `world.segments[${index}].costToServe`,
    message: negative,
  }));
  expect(refusedWords(problems, written, scenario)).toBe(`Cost to serve ${negative}.`);
});

test('the number that was written is its own subject', () => {
  const message = 'expects a number, not "a little"';
  expect(refusedWords([{ path: 'inputs.fiberCost.value', message }], written, scenario)).toBe(
    `Fiber cost ${message}.`,
  );
  const churn = { name: 'Churn today · Members', place: ['world', 'segments', 0, 'churn'] };
  expect(refusedWords([{ path: 'world.segments[0].churn', message }], churn, scenario)).toBe(
    `Churn today · Members ${message}.`,
  );
});

test('a plan that becomes impossible is named', () => {
  const message = 'takes the price of Members to -5, and a price must stay above 0';
  expect(refusedWords([{ path: 'plans[0].actions[0].price', message }], written, scenario)).toBe(
    `The plan “Ask for more” ${message}.`,
  );
});

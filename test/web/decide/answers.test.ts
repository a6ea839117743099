import { expect, test } from 'vitest';
import { Answers } from '../../../web/decide/answers.ts';
import type { Ask } from '../../../web/decide/followed-study.ts';
import { noResults } from '../../../web/runner/results.ts';
import { type Choice, createSituation, openChoice, withLevers } from '../../../web/state/choice.ts';
import { openText } from '../../../web/state/documents.ts';
import { createFeeScale } from '../../../web/state/fee-scale.ts';
import { createModel } from '../../../web/state/session.ts';
import { firstTeaching, withPoint } from '../../../web/state/teaching.ts';
import { smallScenario } from '../../support/small-scenario.ts';

const opening = await openText('club.yaml', smallScenario);
if (!opening.ok) throw new Error('the scenario is valid');
const choice = openChoice(opening.document);
const first = firstTeaching(opening.document.scenario);
const bound = { measure: 'attrition', atMost: 0.02 } as const;
const result = { fifths: [] };

/** The same decision with the pad elsewhere. */
const padAt = (promise: number, of: Choice = choice): Choice => ({
  ...of,
  teaching: withPoint(first, { promise, delivery: 6 }),
});

function setUp() {
  const signals: (AbortSignal | undefined)[] = [];
  const ends: (() => void)[] = [];
  const ask = ((_: unknown, options: { readonly signal?: AbortSignal } = {}) =>
    new Promise((resolve) => {
      signals.push(options.signal);
      ends.push(() => resolve(result));
    })) as unknown as Ask;
  const answers = new Answers(() => {}, ask);
  const choose = (next: Choice) =>
    answers.follow(createModel(next, createSituation(next), noResults, createFeeScale(-100)), bound);
  return { answers, choose, signals, ends };
}

test('a move of the pad, and its undoing, ends no work and takes no answer away', async () => {
  const { answers, choose, signals, ends } = setUp();
  choose(padAt(8));
  const work = answers.askFifths();
  choose(padAt(5));
  expect(signals[0]?.aborted).toBe(false);
  ends[0]();
  await work;
  choose(choice);
  expect(answers.fifths.asked).toMatchObject({ result, stale: false });
});

test('a search for safer changes goes on while the pad moves', async () => {
  const { answers, choose, ends } = setUp();
  choose(padAt(8));
  const work = answers.askSafety(bound);
  choose(padAt(5));
  await expect.poll(() => ends.length).toBe(1);
  ends[0]();
  await work;
  expect(answers.safety.asked).toMatchObject({ result, stale: false });
});

test('answers come back with the decision, wherever the pad stands by then', async () => {
  const { answers, choose, ends } = setUp();
  choose(choice);
  const work = answers.askFifths();
  ends[0]();
  await work;
  choose(padAt(5));
  choose(withLevers(padAt(5), { ...createSituation(choice).levers, at: 7 }));
  expect(answers.fifths.asked).toMatchObject({ result, stale: true });
  choose(padAt(5));
  expect(answers.fifths.asked).toMatchObject({ result, stale: false });
});

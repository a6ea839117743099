import { expect, test } from 'vitest';
import { parseScenario } from '../../../models/index.ts';
import { placeProblems } from '../../../web/analyse/file-problem.ts';
import { changeBetween, changedLines } from '../../../web/analyse/text-change.ts';
import { smallScenario } from '../../support/small-scenario.ts';

async function problemsOf(text: string) {
  const outcome = await parseScenario(text);
  return placeProblems(text, outcome.ok ? [] : outcome.problems).map(({ from, to, remedy }) => ({
    about: text.slice(from, to),
    corrected: remedy && text.slice(0, remedy.from) + remedy.insert + text.slice(remedy.to),
  }));
}

test('a slip of the pen is marked word for word, and its correction is the file as it was', async () => {
  const slips = [
    ['months:', 'mnths:', 'mnths'],
    ['reason: cost', 'reason: csot', 'csot'],
    ['evidence: expert', 'evidence: exprt', 'exprt'],
    ['costToServe:', 'costToServ:', 'costToServ'],
  ];
  for (const [right, wrong, word] of slips) {
    const problems = await problemsOf(smallScenario.replace(right, wrong));
    expect(problems.find(({ about }) => about === word)?.corrected).toBe(smallScenario);
  }
});

test('a formula without quotes is put in quotes', async () => {
  const [problem] = await problemsOf(smallScenario.replace('price: 40', 'price: = 4 * 10'));
  expect(problem.about).toBe('= 4 * 10');
  expect(problem.corrected).toBe(smallScenario.replace('price: 40', 'price: "= 4 * 10"'));
});

test('what nobody can guess has a place but no correction', async () => {
  const [problem] = await problemsOf(smallScenario.replace('price: 40', 'price: much'));
  expect(problem).toEqual({ about: 'much', corrected: null });
});

test('all problems of any broken text lie within it', async () => {
  for (let cut = 0; cut < smallScenario.length; cut += 17) {
    const text = smallScenario.slice(0, cut);
    const outcome = await parseScenario(text);
    for (const { from, to } of placeProblems(text, outcome.ok ? [] : outcome.problems)) {
      expect(from).toBeLessThanOrEqual(to);
      expect(to).toBeLessThanOrEqual(text.length);
    }
  }
});

test('the change between two texts is the smallest stretch, and its lines are counted in the new one', () => {
  expect(changeBetween('abc', 'abc')).toBeNull();
  expect(changeBetween('one two', 'one and two')).toEqual({ from: 4, to: 4, insert: 'and ' });
  expect(changeBetween('aaa', 'aa')).toEqual({ from: 2, to: 3, insert: '' });
  expect(changedLines('a\nb\nc\n', 'a\nB\nc\n')).toEqual([2, 2]);
  expect(changedLines('a\nd\n', 'a\nb\nc\nd\n')).toEqual([2, 3]);
});

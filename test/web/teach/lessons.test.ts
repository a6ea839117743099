import { afterEach, describe, expect, test, vi } from 'vitest';
import { mechanismLinks, mechanisms } from '../../../models/index.ts';
import { playedToday, withPoint } from '../../../web/state/teaching.ts';
import {
  askedOf,
  countGuesses,
  keepGuesses,
  noGuesses,
  readGuesses,
  settle,
  tally,
} from '../../../web/teach/guesses.ts';
import { stateWords } from '../../../web/teach/loop-text.ts';
import { createLoop, promiseMechanisms } from '../../../web/teach/loop-view.ts';
import { walkLoop } from '../../../web/teach/loop-walk.ts';
import { asksPromise, nextStep, stepOf } from '../../../web/teach/steps.ts';
import { createTeachDesk } from '../../../web/teach/teach-desk.ts';
import { words } from '../../../web/teach/text.ts';
import { readScenario } from '../../support/read-scenario.ts';
import { listShippedFiles } from '../../support/shipped-files.ts';

const lessons = await Promise.all(
  listShippedFiles()
    .filter((name) => name.startsWith('lessons/'))
    .map(async (name) => ({ name, scenario: await readScenario(name) })),
);
const telco = await readScenario('telco-fee-increase.yaml');
const promise = lessons.find(({ name }) => name.includes('promise-what'))!.scenario;

describe('answers of the room', () => {
  afterEach(() => vi.unstubAllGlobals());
  const storage = () => {
    const held = new Map<string, string>();
    return {
      getItem: (key: string) => held.get(key) ?? null,
      setItem: (key: string, value: string) => held.set(key, value),
    } as unknown as Storage;
  };

  test('are kept for each scenario by itself', () => {
    const kept = storage();
    keepGuesses('a', { choices: ['yes', 'no', 'yes'], promises: [7], asked: null }, kept);
    expect(countGuesses(readGuesses('a', kept))).toBe(4);
    expect(countGuesses(readGuesses('b', kept))).toBe(0);
    expect(tally(['yes', 'no', 'never'], readGuesses('a', kept).choices).map(({ count }) => count)).toEqual([
      2, 1, 0,
    ]);
  });

  test.each(['', 'no JSON', '{}', '{"choices":1,"promises":2}'])('that are broken (%s) are none', (text) => {
    const kept = storage();
    kept.setItem('kept/answers/a', text);
    expect(countGuesses(readGuesses('a', kept))).toBe(0);
  });

  test('are none, and nothing fails, where there is no place to keep them', () => {
    vi.stubGlobal('sessionStorage', undefined);
    keepGuesses('a', { choices: ['yes'], promises: [], asked: null });
    expect(readGuesses('a')).toEqual(noGuesses);
  });

  test('that no scale has are left out', () => {
    const kept = storage();
    kept.setItem('kept/answers/a', '{"choices":["x",5],"promises":[7,11,"8",-1]}');
    expect(readGuesses('a', kept)).toEqual({ choices: ['x'], promises: [7], asked: null });
  });

  test.each(['{"delivery":11,"scope":"all"}', '{"delivery":7,"scope":"charm"}', '7', 'null'])(
    'asked about what no pad has (%s) are read without it',
    (asked) => {
      const kept = storage();
      kept.setItem('kept/answers/a', `{"choices":["x"],"promises":[],"asked":${asked}}`);
      expect(readGuesses('a', kept)).toEqual({ choices: ['x'], promises: [], asked: null });
    },
  );

  test('belong to the delivery and scope of the first, wherever the pad goes, until they are forgotten', () => {
    const kept = storage();
    const at = (delivery: number, scope: 'all' | 'empathy') => ({ point: { promise: 5, delivery }, scope });
    expect(askedOf(noGuesses, at(6, 'all'))).toEqual({ delivery: 6, scope: 'all' });
    const first = settle({ ...noGuesses, promises: [8.3] }, at(7, 'empathy'));
    keepGuesses('a', first, kept);
    const more = settle({ ...readGuesses('a', kept), promises: [8.3, 6] }, at(8.9, 'all'));
    expect(askedOf(more, at(8.9, 'all'))).toEqual({ delivery: 7, scope: 'empathy' });
    expect(askedOf(settle(noGuesses, at(8.9, 'all')), at(8.9, 'all')).delivery).toBe(8.9);
  });
});

test.each([
  [0, 1, '0 of 1 answers were right'],
  [1, 1, '1 of 1 answer was right'],
  [0, 2, '0 of 2 answers were right'],
  [1, 23, '1 of 23 answers was right'],
  [9, 23, '9 of 23 answers were right'],
])('%d right of %d are told in one sentence', (right, all, told) => {
  expect(words.tallyTitle(right, all).replaceAll('\u00a0', ' ')).toBe(told);
});

describe('steps', () => {
  test('begin with the question of a lesson, else with the run, and go on to the debrief', () => {
    expect([
      stepOf(undefined, promise),
      stepOf('', telco),
      stepOf('reveal', promise),
      stepOf('nonsense', promise),
    ]).toEqual(['question', 'run', 'reveal', 'question']);
    expect([nextStep('question'), nextStep('reveal'), nextStep('debrief')]).toEqual([
      'predict',
      'debrief',
      null,
    ]);
  });

  test('ask for a promise where one is at stake', () => {
    expect([asksPromise(promise), asksPromise(telco)]).toEqual([true, true]);
    // The last has a plan with another promise, but asks about something else.
    for (const other of ['blunder-1', 'delivery-gap']) {
      expect(asksPromise(lessons.find(({ name }) => name.includes(other))!.scenario)).toBe(false);
    }
  });
});

describe.each(lessons)('$name', ({ scenario }) => {
  test('opens with the plans of its first claim side by side, and all its plans can be played', () => {
    const desk = createTeachDesk(scenario);
    const [claim] = scenario.lesson!.claim;
    expect([desk.played, desk.beside]).toEqual([`plan ${claim.plan}`, `plan ${claim.beats}`]);
    expect(desk.dots(desk.played).months).toBe(scenario.months);
    expect(desk.offered).toHaveLength(3 + scenario.plans.length);
  });

  test('has a loop that holds every mechanism it names, and only links that mechanisms have', () => {
    const named = scenario.lesson!.mechanisms;
    const { nodes, links } = createLoop(named);
    expect(nodes.filter(({ isNamed }) => isNamed).map(({ name }) => name)).toEqual(
      expect.arrayContaining([...named]),
    );
    const known = new Set(mechanismLinks().map(({ from, to }) => `${from} ${to}`));
    for (const { from, to } of links) if (from !== 'plan') expect(known).toContain(`${from} ${to}`);
    for (const { name } of nodes) {
      expect(links.some(({ from, to }) => from === name || to === name)).toBe(true);
    }
    expect(links.some(({ to }) => to === 'attrition')).toBe(true);
  });
});

describe('the desk', () => {
  test('plays the pad once it is moved, and goes back to today', () => {
    const desk = createTeachDesk(promise);
    desk.teaching = withPoint(desk.teaching, { promise: 9, delivery: 6 });
    expect(desk.played).toBe('pad');
    expect(desk.run('pad').service[1].promise).toBeCloseTo(9, 6);
    expect(desk.run('kept').service[1].promise).toBeCloseTo(6, 6);
    desk.teaching = withPoint(desk.teaching, null);
    expect(desk.run('pad').figures).toEqual(desk.run(playedToday).figures);
  });

  test('moves one quality where only that is chosen', () => {
    const desk = createTeachDesk(promise);
    desk.teaching = withPoint({ ...desk.teaching, scope: 'empathy' }, { promise: 9, delivery: 7 });
    const { promised } = desk.run('pad').service[1];
    expect([...promised].map((level) => Math.round(level * 10) / 10)).toEqual([7, 7, 7, 9, 7]);
  });

  test('leads its loop past a contact centre that the world does not have', () => {
    const names = (scenario: typeof promise) => walkLoop(scenario).loop.nodes.map(({ name }) => name);
    expect(names(promise)).not.toContain('contact-centre');
    const surge = lessons.find(({ name }) => name.includes('the-surge'))!.scenario;
    expect(names(surge)).toContain('contact-centre');
  });

  test('has words for all that passes between mechanisms, each once on an arrow', () => {
    for (const { carries } of mechanismLinks())
      for (const name of carries) expect(stateWords).toHaveProperty(name);
    for (const { carries } of createLoop(mechanisms.map(({ name }) => name)).links)
      expect(new Set(carries).size).toBe(carries.length);
  });

  test('has the loop of promises where there is no lesson', () => {
    expect(createLoop(promiseMechanisms).nodes.length).toBeGreaterThan(promiseMechanisms.length);
  });
});

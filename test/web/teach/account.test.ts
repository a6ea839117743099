import { describe, expect, test } from 'vitest';
import { mechanismNames } from '../../../models/mechanisms/index.ts';
import { playedToday } from '../../../web/state/teaching.ts';
import { accountsOf, comparedOf } from '../../../web/teach/account.ts';
import { debriefWords, effects, figures } from '../../../web/teach/debrief-text.ts';
import { createTeachDesk } from '../../../web/teach/teach-desk.ts';
import { readScenario } from '../../support/read-scenario.ts';

const promise = await readScenario('lessons/promise-what-you-deliver.yaml');
const surge = await readScenario('lessons/the-surge.yaml');
const guarantee = await readScenario('lessons/the-guarantee.yaml');

const figureOf = (scenario: typeof surge, name: (typeof mechanismNames)[number]) =>
  accountsOf(createTeachDesk(scenario), [name])[0].figure!;

describe('what is compared', () => {
  test('is every plan where they are few, what stands side by side first and today last', () => {
    expect(comparedOf(createTeachDesk(surge))).toEqual([
      'plan Raise with agents for the surge',
      'plan Raise unprepared',
      'plan Raise in two waves',
      playedToday,
    ]);
  });

  test('leaves out the plans where there is no lesson: what is asked there is about the pad', () => {
    const { lesson: _lesson, ...free } = surge;
    expect(comparedOf(createTeachDesk(free))).toEqual(['pad', playedToday]);
  });

  test('is what stands side by side where plans are many, the pad among them, each once', () => {
    const desk = createTeachDesk(promise);
    expect(comparedOf(desk)).toHaveLength(3);
    desk.teaching = { scope: 'all', point: { promise: 9, delivery: 7 }, played: 'pad', beside: playedToday };
    expect(comparedOf(desk)).toEqual(['pad', playedToday]);
    desk.teaching = { ...desk.teaching, played: playedToday, beside: null };
    expect(comparedOf(desk)).toEqual([playedToday]);
  });
});

describe('the account of a mechanism', () => {
  test('tells levels of the month in which they are furthest apart', () => {
    const { when, rows } = figureOf(surge, 'contact-centre');
    expect(when).toBe(debriefWords.apart(4));
    expect(rows.map(({ value }) => Number.parseFloat(value))).toEqual([6, 26, 14, 9]);
  });

  test('tells numbers of all months', () => {
    const { when, rows } = figureOf(guarantee, 'acquisition');
    expect(when).toBe(debriefWords.over(36));
    expect(rows.at(-1)).toEqual({ played: 'As today', value: '16,200' });
  });

  test('says so where nothing differs', () => {
    expect(figureOf(guarantee, 'separation').rows.map(({ value }) => value)).toEqual(['0', '0', '0', '0']);
    expect(figureOf(guarantee, 'price').when).toBe(debriefWords.alike(36));
  });

  test('follows the pad, of which the room has seen the run', () => {
    const desk = createTeachDesk(promise);
    desk.teaching = { scope: 'all', point: { promise: 9, delivery: 6 }, played: 'pad', beside: null };
    const [{ figure }] = accountsOf(desk, ['trust']);
    expect(figure!.rows.map(({ played }) => played)).toEqual(['Promise 9.0, deliver 6.0', 'As today']);
    expect(Number(figure!.rows[0].value)).toBeLessThan(40);
    expect(figure!.rows[1].value).toBe('60');
  });

  test('has words alone where the run records nothing, or the world has none of it', () => {
    const desk = createTeachDesk(promise);
    const accounts = accountsOf(desk, ['finance', 'heterogeneity', 'contact-centre', 'trust']);
    expect(accounts.map(({ name, figure }) => [name, figure !== null])).toEqual([
      ['heterogeneity', false],
      ['contact-centre', false],
      ['trust', true],
      ['finance', false],
    ]);
  });

  test('says what every mechanism does without a figure of some other setting', () => {
    for (const name of mechanismNames) expect(effects[name], name).toMatch(/^[^\d]+\.$/);
    for (const [, label] of Object.values(figures)) expect(label).not.toMatch(/\.$/);
  });
});

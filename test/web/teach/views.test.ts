import { describe, expect, test } from 'vitest';
import { createCrowdRunner, doNothing } from '../../../models/index.ts';
import { createBoardroomView } from '../../../web/teach/boardroom-view.ts';
import { createDots } from '../../../web/teach/crowd-dots.ts';
import { createCrowdView, groupMeanings } from '../../../web/teach/crowd-view.ts';
import { createTradeView } from '../../../web/teach/trade-view.ts';
import { readScenario } from '../../support/read-scenario.ts';

const scenario = await readScenario('lessons/promise-what-you-deliver.yaml');
const { pad, run } = createCrowdRunner(scenario);
const today = run(doNothing);
const broken = run(pad.plan(9, 6, 'all'));
const modest = run(pad.plan(5, 7, 'all'));

describe('the title of a crowd', () => {
  const title = (of: typeof today, month: number) => createCrowdView('x', createDots(of), month).title;
  test('says who there is, who thinks less, and that nothing moves', () => {
    expect(title(today, 0)).toBe('At the start 225 of 1,000 advocate and 36 sabotage');
    expect(title(broken, 3)).toMatch(/^\d+ think less of it this month; \d+ left, \d+ joined$/);
    expect(title(run(pad.plan(6, 9, 'all')), 3)).toMatch(/^\d+ think better of it this month/);
    expect(title(today, 12)).toMatch(/^Minds stand still: 40 left this month, 40 joined$/);
  });

  test('goes with heads that hold the same counts as the table', () => {
    const view = createCrowdView('Broken', createDots(broken), 5);
    const row = view.sheet.rows[5];
    expect(view.heads.slice(1).map(({ count }) => count)).toEqual(row.slice(2, 7));
    expect(view.heads[0].count).toBe(row[9]);
    expect(view.summary).toContain('Broken, month 5: ');
  });
});

describe('the meaning of the heaps', () => {
  test('covers the scale without a gap', () => {
    expect(groupMeanings().map(({ answer }) => answer)).toEqual([
      'below 3',
      '3 to 6.5',
      '6.5 to 7.5',
      '7.5 to 8.5',
      'above 8.5',
    ]);
  });
});

describe('the boardroom beside customers', () => {
  const service = (believed: number, perceived: number) => ({
    ...today.service[1],
    believed: today.service[1].believed.map(() => believed),
    perceived: today.service[1].perceived.map((_, k) => (k === 1 ? perceived - 0.2 : perceived)),
  });

  test.each([
    [8, 6, /^The boardroom is most blind on responsiveness: .* 2\.2 more/, 'blind by 2.0'],
    [
      6,
      8,
      /^The boardroom thinks worst of reliability, assurance, empathy, and tangibles: 2\.0 less/,
      'harsh by 2.0',
    ],
    [7, 7, /^The boardroom sees what customers see$/, 'about right'],
  ])('believing in %d where customers perceive %d', (believed, perceived, title, phrase) => {
    const view = createBoardroomView(service(believed, perceived), 4);
    expect(view.title).toMatch(title);
    expect(view.rows[0].phrase).toBe(phrase);
    expect(view.sheet.rows).toHaveLength(5);
  });

  test.each([
    [9, 6, 'The boardroom is equally blind on all: it believes in 3.0 more than customers perceive'],
    [6, 9, 'The boardroom thinks equally ill of all: 3.0 less than customers perceive'],
  ])(
    'names no dimension where all are shown alike, believing in %d where customers perceive %d',
    (believed, perceived, title) => {
      const alike = {
        ...today.service[1],
        believed: today.service[1].believed.map(() => believed),
        perceived: today.service[1].perceived.map((_, k) => perceived + k * 0.008),
      };
      const view = createBoardroomView(alike, 4);
      expect(view.title).toBe(title);
      expect(new Set(view.rows.map(({ phrase }) => phrase)).size).toBe(1);
    },
  );
});

describe('sign-ups against stayers', () => {
  test.each([
    ['a promise that is broken', broken, /fewer stay$/],
    ['a modest promise', modest, /^Fewer sign up; more stay$/],
    ['today itself', today, /^As many sign up and stay as in the comparison$/],
  ])('of %s', (_name, of, title) => {
    expect(createTradeView(of, today, 'as today', 24).title).toMatch(title);
  });
});

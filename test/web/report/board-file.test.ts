import { describe, expect, test } from 'vitest';
import { createTask, parseScenario, runTask } from '../../../models/index.ts';
import { boardInputs, createBoardFile, planBoard } from '../../../web/report/board-file.ts';
import { smallScenario } from '../../support/small-scenario.ts';

const draws = 40;

/** The page of a text's plan, on few draws. */
async function boardOf(text: string, name?: string) {
  const parsed = await parseScenario(text);
  if (!parsed.ok) throw new Error(parsed.problems.map(({ message }) => message).join());
  const { scenario } = parsed;
  const { plan, curvePlan, changes, alone } = planBoard(scenario, text, name);
  const run = runTask(createTask({ kind: 'run', scenario: alone, options: { draws } }));
  const curve = runTask(
    createTask({ kind: 'feeCurve', scenario, plan: curvePlan, options: { changes, draws } }),
  );
  const causes = runTask(createTask({ kind: 'attribution', scenario: alone, plan, options: { draws: 4 } }));
  const tornado = runTask(createTask({ kind: 'tornado', scenario: alone }));
  const flips = runTask(
    createTask({ kind: 'flips', scenario: alone, options: { inputs: boardInputs(tornado) } }),
  );
  const answers = { run, curve, causes, causeDraws: 4, tornado, flips };
  return { page: createBoardFile(scenario, text, name, answers), digest: run.scenario.digest, run };
}

describe('the page for the board', async () => {
  const { page, digest } = await boardOf(smallScenario);
  const words = page
    .replaceAll(/<[^>]*>/g, ' ')
    .replaceAll(/[\u202f\u00a0]/g, ' ')
    .replaceAll(/\s+/g, ' ');

  test('says what the verdict says, and what it was made from', () => {
    expect(words).toMatch(/You can lose \d+\.\d % .* expect .* chance of loss/);
    expect(words).toContain('Raise the fee by 10.0 % from April 2027');
    expect(words).toContain(`scenario ${digest}`);
    expect(words).toMatch(/seed club · 40 draws/);
  });

  test('shows curve, causes, who leaves and five assumptions with their evidence', () => {
    expect(page.match(/<svg class="drawn/g)).toHaveLength(4);
    expect(words).toContain('The fee brings');
    expect(words).toContain('Members');
    expect(page.match(/class="moon-mark"/g)).toHaveLength(5);
  });

  test('says whom the plan asks for what, and when they are told', () => {
    expect(words).toMatch(/[$€]\d+\.\d\d becomes [$€]\d+\.\d\d a month, on average/);
    expect(words).toMatch(/\d customers · .* · notice: .* · reason given: /);
  });

  test('leaves out of the terms what there is no room for, and counts it', async () => {
    const many = Array.from({ length: 12 }, (_, k) => `      - { at: ${k + 3}, notify: true }\n`).join('');
    const terms = /<p class="terms">([^<]*)/.exec((await boardOf(smallScenario + many)).page)![1];
    expect(terms.length).toBeLessThanOrEqual(360);
    expect(terms).toMatch(/ · and \d+ more in the file$/);
  });

  test('runs nothing and asks nobody for anything', () => {
    expect(page).not.toMatch(/<script|<link|<img|<iframe|@import|url\((?!#)|javascript:/i);
    expect(page.replaceAll('http://www.w3.org/2000/svg', '')).not.toMatch(/https?:/);
  });

  test('is the same to the byte when it is made again', async () => {
    expect((await boardOf(smallScenario)).page).toBe(page);
  });

  test('closes every element that it opens', () => {
    const open: string[] = [];
    for (const [, end, name, alone] of page.matchAll(/<(\/?)([a-z][a-zA-Z0-9]*)\b[^>]*?(\/?)>/g)) {
      if (alone || ['meta', 'br'].includes(name)) continue;
      if (end) expect(open.pop()).toBe(name);
      else open.push(name);
    }
    expect(open).toEqual([]);
  });

  test('lets no name become markup', async () => {
    const hostile = '<script>alert(1)</script>';
    const image = 'x onerror=<img src=x>';
    const text = smallScenario
      .replace('title: Club fee', `title: "${hostile}"`)
      .replace('name: Members  ', `name: "${image}"`)
      .replace('name: Ask for more', 'name: "a <b> & \'c\'"');
    const { page: escaped } = await boardOf(text);
    expect(escaped).not.toContain('<script');
    expect(escaped).not.toContain('<img');
    expect(escaped).toContain('&lt;script&gt;alert(1)&lt;/script&gt;: for the board');
    expect(escaped).toContain('plan “a &lt;b&gt; &amp; &#39;c&#39;”');
  });

  test('is about the plan that is named', async () => {
    const other = '  - name: Ask for less\n    actions:\n      - { at: 4, price: { by: -5 % } }\n';
    const { page: less } = await boardOf(smallScenario + other, 'Ask for less');
    expect(less.replaceAll('\u202f', ' ')).toContain('Cut the fee by 5.0 %');
  });
});

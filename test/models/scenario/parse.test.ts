import { describe, expect, it } from 'vitest';
import { medianOf, quantileOf } from '../../../models/core/distributions.ts';
import type { Distribution } from '../../../models/core/quantity.ts';
import { scenarioLimits } from '../../../models/scenario/limits.ts';
import { parseScenarioText } from '../../../models/scenario/parse.ts';
import { formatProblem } from '../../../models/scenario/problem.ts';
import { expectedMessages, listBrokenFiles, messagesOf } from '../../support/broken-files.ts';
import { problemsOf, readParts, scenarioText } from '../../support/scenario-text.ts';
import { listShippedFiles, readFormatPage, readShippedFile } from '../../support/shipped-files.ts';

const problemsIn = (text: string) => {
  const parsed = parseScenarioText(text, 'a.yaml');
  return parsed.ok ? [] : parsed.problems.map(formatProblem);
};

describe('a broken file', () => {
  const expected = expectedMessages();

  it('stands in the list of expected messages, which holds no other', () => {
    expect(listBrokenFiles().length).toBeGreaterThanOrEqual(30);
    expect([...expected.keys()].sort()).toEqual(listBrokenFiles());
  });

  it.each(listBrokenFiles())('%s gets its messages', (name) => {
    expect(messagesOf(name)).toEqual(expected.get(name));
  });
});

describe('parseScenarioText', () => {
  it('says in one sentence that a result is no scenario, and which file to open', () => {
    const result = { format: 'kept-result/1', engine: {}, scenario: { title: 'Club fee' }, plans: [] };
    expect(problemsIn(JSON.stringify(result, null, 2))).toEqual([
      'a.yaml:2:13 format is "kept-result/1", a result and no scenario; open the file of "Club fee" instead',
    ]);
    expect(problemsIn('format: kept-sweep/1')).toHaveLength(1);
  });

  it.each(listShippedFiles())('accepts %s', (name) => {
    expect(problemsIn(readShippedFile(name))).toEqual([]);
  });

  it('reports every problem of a file at once, each where it stands, in order', () => {
    const text = [
      'format: kept/1',
      'titel: Everything wrong',
      'title: x',
      'months: 500',
      'world:',
      '  segments:',
      '    - name: A',
      '      customers: 12,000',
      '      price: { mean: 20, spread: lots }',
      '      churn: 2 %',
      '      service: { courtesy: { promise: 12 } }',
      'plans:',
      '  - name: Raise',
      '    actions:',
      '      - { at: 4, segments: [B], price: { by: +8 % } }',
    ].join('\n');
    expect(problemsIn(text)).toEqual([
      'a.yaml:2:1 titel is no key here; did you mean "title"?',
      'a.yaml:4:9 months expects a whole number from 1 to 120, not "500"',
      'a.yaml:8:18 world.segments[0].customers "12,000" has a comma; write 12000 without it',
      'a.yaml:9:34 world.segments[0].price.spread "lots" is no number',
      'a.yaml:10:14 world.segments[0].churn "2 %" lacks its period; write 2 %/month or %/year',
      'a.yaml:11:39 world.segments[0].service.courtesy.promise "12" must lie between 0 and 10',
      'a.yaml:15:29 plans[0].actions[0].segments[0] no segment is called "B"; known are A',
      'a.yaml:15:46 plans[0].actions[0].price.by "+8 %" starts with a plus sign; leave it out',
    ]);
  });

  it('reads JSON, any line ends and a byte order mark alike', () => {
    const text = scenarioText();
    const plain = parseScenarioText(text);
    expect(parseScenarioText(`\uFEFF${text.replaceAll('\n', '\r\n')}`)).toEqual(plain);
    const json = {
      $schema: './scenario.schema.json',
      format: 'kept/1',
      title: 'Test',
      world: { segments: [{ name: 'Everyone', customers: 1000, price: 20, churn: '2 %/month' }] },
    };
    expect(parseScenarioText(JSON.stringify(json, null, '\t'))).toEqual(plain);
  });

  it('reads an alias as the value it stands for, with numbers of its own', () => {
    const scenario = readParts({ segment: 'costToServe: &money 4 to 6\nacquisitionCost: *money' });
    const [segment] = scenario.world.segments;
    expect(segment.acquisitionCost.belief).toEqual(segment.costToServe.belief);
    expect(segment.acquisitionCost).not.toBe(segment.costToServe);
  });

  it('uses no quantity twice, so that every number has its own draws', () => {
    for (const text of [scenarioText(), readFormatPage().example]) {
      const parsed = parseScenarioText(text);
      const seen = new Set<object>();
      const visit = (value: unknown): void => {
        if (typeof value !== 'object' || value === null) return;
        if ('belief' in value) {
          expect(seen.has(value)).toBe(false);
          seen.add(value);
        } else Object.values(value).forEach(visit);
      };
      visit(parsed);
      expect(seen.size).toBeGreaterThan(15);
    }
  });

  it('counts calendar months from the start', () => {
    const actions = '- { at: 2028-02, announce: 2027-11, notify: true }';
    const scenario = readParts({ top: 'start: 2027-03', actions });
    expect(scenario.plans[0].actions[0]).toMatchObject({ at: 12, announce: 9, announced: true });
  });

  it('counts an announcement back from the month in force', () => {
    const actions = '- { at: 6, announce: 2 months before, notify: true }\n- { at: 7, notify: true }';
    const [first, second] = readParts({ actions }).plans[0].actions;
    expect(first).toMatchObject({ at: 6, announce: 4, announced: true });
    expect(second).toMatchObject({ at: 7, announce: 7, announced: false });
  });

  it('takes everyday words for the dimension they belong to', () => {
    const [segment] = readParts({
      segment: 'service: { courtesy: { promise: 8 }, accessibility: { delivery: 5 } }',
    }).world.segments;
    expect(segment.service.assurance.promise.belief).toEqual({ kind: 'fixed', value: 8 });
    expect(segment.service.empathy.delivery.belief).toEqual({ kind: 'fixed', value: 5 });
    const actions = '- { at: 1, invest: { in: safety, by: 1 }, promise: { recognition: { to: 6 } } }';
    const [action] = readParts({ actions }).plans[0].actions;
    expect(action.invest?.in).toBe('assurance');
    expect(Object.keys(action.promise ?? {})).toEqual(['empathy']);
  });

  it('lets an action that names no segment act on all', () => {
    expect(readParts({ actions: '- { at: 1, notify: true }' }).plans[0].actions[0].segments).toEqual([
      'Everyone',
    ]);
  });

  it('lets one plan set two things, or one thing in two months or segments', () => {
    const actions = [
      '- { at: 1, price: { by: 1 }, promise: { empathy: { by: 1 } } }',
      '- { at: 2, price: { by: 1 } }',
      '- { at: 1, promise: { reliability: { by: 1 } }, fee: { name: a, to: 1 } }',
      '- { at: 1, fee: { name: b, to: 1 } }',
    ];
    expect(problemsOf({ actions: actions.join('\n') })).toEqual([]);
  });
});

describe('what a file leaves out', () => {
  const scenario = readParts({
    actions: '- { at: 3, invest: { in: empathy, by: 1 } }\n- { at: 4, fee: { name: f, to: 1 } }',
  });
  const [segment] = scenario.world.segments;

  it('has its defaults', () => {
    expect(scenario).toMatchObject({ months: 36, currency: 'USD', seed: 'kept', inputs: [], kpis: [] });
    expect(scenario.discountRatePerYear.belief).toEqual({ kind: 'fixed', value: 0.1 });
    expect(scenario.world.fixedCostPerMonth.belief).toEqual({ kind: 'fixed', value: 0 });
    expect(scenario.world.assumptions).toEqual({});
    expect(segment).toMatchObject({ joinersPerMonth: 'as many as leave', fees: [], tenureGiven: false });
    expect(segment.tenure).toEqual([{ months: 24, share: 1 }]);
    expect(segment.price.spread.belief).toEqual({ kind: 'fixed', value: 0 });
    expect(scenario.plans[0].actions[0].invest).toMatchObject({
      rampMonths: 1,
      once: { belief: { value: 0 } },
    });
    expect(scenario.plans[0].actions[0].invest?.monthly).toBeUndefined();
    expect(scenario.plans[0].actions[1]).toMatchObject({ reason: 'none', fee: { shown: 'at billing' } });
  });

  it('costs what the price suggests', () => {
    const cost = segment.costToServe.belief as Distribution;
    expect([0.1, 0.5, 0.9].map((p) => quantileOf(cost, p))).toEqual(
      [4, 8, 12].map((x) => expect.closeTo(x, 10)),
    );
    const acquisition = segment.acquisitionCost.belief as Distribution;
    expect([quantileOf(acquisition, 0.1), medianOf(acquisition)]).toEqual([expect.closeTo(20, 10), 40]);
    expect(quantileOf(acquisition, 0.9)).toBeCloseTo(100, 10);
  });

  it('follows the competitor a little', () => {
    expect(scenario.world.market.competitorFollows.belief).toMatchObject({ low: 0.02, high: 0.3, best: 0.1 });
  });

  it('is promised at 7 and delivered as promised', () => {
    const service = readParts({
      segment: 'service: { reliability: { promise: 8 }, empathy: { delivery: 5 } }',
    }).world.segments[0].service;
    const levels = (dimension: 'reliability' | 'empathy' | 'tangibles') =>
      [service[dimension].promise, service[dimension].delivery].map(({ belief, given }) => [belief, given]);
    const at = (value: number, given: boolean) => [{ kind: 'fixed', value }, given];
    expect(levels('reliability')).toEqual([at(8, true), at(8, false)]);
    expect(levels('empathy')).toEqual([at(7, false), at(5, true)]);
    expect(levels('tangibles')).toEqual([at(7, false), at(7, false)]);
  });

  it('is marked as not given, assumed, and says where it comes from', () => {
    for (const quantity of [segment.costToServe, segment.acquisitionCost, scenario.discountRatePerYear]) {
      expect(quantity).toMatchObject({
        given: false,
        evidence: 'assumed',
        source: expect.stringMatching(/^default: /),
      });
    }
  });
});

describe('the limits', () => {
  const many = (count: number, item: (index: number) => string) =>
    Array.from({ length: count }, (_, i) => item(i)).join('\n');

  it.each([
    [
      'segments',
      `world:\n  segments:\n${many(61, (i) => `    - { name: S${i}, customers: 1, price: 1, churn: 1 %/month }`)}`,
    ],
    ['plans', `plans:\n${many(31, (i) => `  - { name: P${i}, actions: [{ at: 1, notify: true }] }`)}`],
    ['actions', `plans:\n  - name: P\n    actions:\n${many(101, () => '      - { at: 1, notify: true }')}`],
    ['inputs', `inputs:\n${many(101, (i) => `  x${i}: 1`)}`],
    ['kpis', `kpis:\n${many(31, (i) => `  - { name: K${i}, formula: "profit" }`)}`],
  ])('hold for %s', (what, part) => {
    const rest =
      what === 'segments'
        ? ''
        : 'world: { segments: [{ name: A, customers: 1, price: 1, churn: 1 %/month }] }\n';
    const found = problemsIn(`format: kept/1\ntitle: x\n${rest}${part}\n`);
    expect(found).toHaveLength(1);
    expect(found[0]).toMatch(/holds (31|61|101) entries; at most (30|60|100) are read$/);
  });

  it('let a file at every limit pass', () => {
    const names = (index: number) => `S${index % 60}, S${(index + 1) % 60}`;
    const action = (index: number) =>
      `      - { at: ${index + 1}, announce: 1, segments: [${names(index)}], reason: cost, price: { by: 0.1 % } }`;
    const text = [
      'format: kept/1',
      'title: x',
      'months: 120',
      `inputs:\n${many(100, (i) => `  x${i}: 1 to 2`)}`,
      `world:\n  segments:\n${many(60, (i) => `    - { name: S${i}, customers: "= 9 * x${i}", price: 1, churn: 1 %/month }`)}`,
      `plans:\n${many(30, (i) => `  - name: P${i}\n    actions:\n${many(100, action)}`)}`,
      `kpis:\n${many(30, (i) => `  - { name: K${i}, formula: "profit" }`)}`,
    ].join('\n');
    expect(problemsIn(text)).toEqual([]);
  });

  it('stop the list of problems', () => {
    const text = `${scenarioText()}\n${many(5000, (i) => `unknown${i}: 1`)}`;
    expect(problemsIn(text)).toHaveLength(scenarioLimits.problems);
  });
});

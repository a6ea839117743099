import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { parseScenarioText } from '../../../models/scenario/parse.ts';
import { rewriteScenarioText } from '../../../models/scenario/write.ts';
import fc, { runs } from '../../support/properties.ts';
import { listShippedFiles, readFormatPage, readShippedFile } from '../../support/shipped-files.ts';

const { example } = readFormatPage();

/** Lines that a rewrite took out and put in. */
function changes(before: string, after: string): { readonly out: string[]; readonly in: string[] } {
  const old = before.split('\n');
  const young = after.split('\n');
  return {
    out: old.filter((line) => !young.includes(line)),
    in: young.filter((line) => !old.includes(line)),
  };
}

describe('rewriteScenarioText', () => {
  it('without edits returns the same text', () => {
    for (const name of listShippedFiles()) {
      expect(rewriteScenarioText(readShippedFile(name), [])).toBe(readShippedFile(name));
    }
  });

  it('changes the one value and not a character more', () => {
    const edits = [{ path: ['plans', 0, 'actions', 0, 'price', 'by'], value: '12.5 %' }];
    expect(rewriteScenarioText(example, edits)).toBe(
      example.replace('price: { by: 8 % }', 'price: { by: 12.5 % }'),
    );
  });

  it('keeps comments, alignment and line ends', () => {
    const text = 'a: 1   # one\r\n\r\n# two\r\nb:      x\r\n';
    expect(rewriteScenarioText(text, [{ path: ['a'], value: 20 }])).toBe(
      'a: 20   # one\r\n\r\n# two\r\nb:      x\r\n',
    );
    expect(rewriteScenarioText(text, [{ path: ['c'], value: 'y' }])).toBe(`${text.trimEnd()}\r\nc: y\r\n`);
  });

  it('adds a key after the last of its map, in braces and in blocks', () => {
    const phases = [
      { path: ['plans', 0, 'actions', 0, 'price', 'phases'], value: 2 },
      { path: ['plans', 0, 'actions', 0, 'price', 'every'], value: '6 months' },
    ];
    expect(changes(example, rewriteScenarioText(example, phases)).in).toEqual([
      expect.stringContaining('price: { by: 8 %, phases: 2, every: 6 months } }'),
    ]);
    const block = rewriteScenarioText(example, [
      { path: ['world', 'segments', 0, 'tenure'], value: [{ months: 5, share: '100 %' }] },
    ]);
    expect(changes(example, block)).toEqual({ out: [], in: ['      tenure: [{ months: 5, share: 100 % }]'] });
  });

  it('makes the maps that are missing on the way', () => {
    const edits = [
      { path: ['world', 'segments', 0, 'assumptions', 'priceResponse'], value: { range: '0.3 to 2' } },
    ];
    const rewritten = rewriteScenarioText(example, edits);
    expect(changes(example, rewritten)).toEqual({
      out: [],
      in: ['      assumptions: { priceResponse: { range: 0.3 to 2 } }'],
    });
    expect(parseScenarioText(rewritten).ok).toBe(true);
  });

  it('adds an action and a plan at the end of their lists', () => {
    const action = { at: 9, segments: ['Month-to-month'], price: { by: '2 %' } };
    const longer = rewriteScenarioText(example, [{ path: ['plans', 0, 'actions', 1], value: action }]);
    expect(changes(example, longer)).toEqual({
      out: [],
      in: ['      - { at: 9, segments: [Month-to-month], price: { by: 2 % } }'],
    });
    const plan = {
      name: 'Mine',
      actions: [{ ...action, reason: 'cost', announce: 7, notify: true, credit: { amount: 5 } }],
    };
    const more = rewriteScenarioText(example, [
      { path: ['plans', parse(example).plans.length], value: plan },
    ]);
    expect(changes(example, more).out).toEqual([]);
    const parsed = parseScenarioText(more);
    expect(parsed.ok && parsed.scenario.plans.map(({ name }) => name).at(-1)).toBe('Mine');
  });

  it('adds plans to a file that has none', () => {
    const text =
      'format: kept/1\ntitle: x\nworld:\n  segments:\n    - { name: A, customers: 1, price: 2, churn: 1 %/month }\n';
    const plans = [
      {
        name: 'P',
        actions: [
          { at: 1, segments: ['A'], reason: 'cost', price: { by: '8 %', phases: 2, every: '6 months' } },
        ],
      },
    ];
    const rewritten = rewriteScenarioText(text, [{ path: ['plans'], value: plans }]);
    expect(rewritten.startsWith(text.trimEnd())).toBe(true);
    expect(parseScenarioText(rewritten)).toMatchObject({ ok: true, scenario: { plans: [{ name: 'P' }] } });
  });

  it('takes a key away', () => {
    const gone = rewriteScenarioText(example, [
      { path: ['months'], value: undefined },
      { path: ['plans', 0, 'actions', 0, 'reason'], value: undefined },
      { path: ['plans', 0, 'actions', 0, 'at'], value: undefined },
      { path: ['nothing', 'here'], value: undefined },
    ]);
    expect(changes(example, gone)).toEqual({
      out: ['months: 36', expect.stringContaining('reason: cost, price: { by: 8 % }')],
      in: ['      - { announce: 3, segments: [Month-to-month], price: { by: 8 % } }'],
    });
  });

  it('puts one line in the place of a block, and a block value into its place', () => {
    const telco = readShippedFile('telco-fee-increase.yaml');
    const path = ['world', 'segments', 0, 'churn'];
    const short = rewriteScenarioText(telco, [{ path, value: '2 %/month' }]);
    expect(changes(telco, short).in).toEqual(['      churn: 2 %/month']);
    expect(parse(short).world.segments[0].churn).toBe('2 %/month');
    expect(short.split('\n').length).toBe(telco.split('\n').length - 4);
  });

  it('quotes formulas and whatever else would not come back', () => {
    const values = [
      '= max(1, 2) # x',
      'a: b',
      'a, b',
      '12:30',
      'true',
      '5',
      '',
      ' x ',
      '#',
      '[x',
      "it's",
      'two\nlines',
    ];
    for (const value of values) {
      const rewritten = rewriteScenarioText(example, [{ path: ['plans', 0, 'actions', 0, 'reason'], value }]);
      expect(parse(rewritten).plans[0].actions[0].reason).toBe(value);
    }
    expect(rewriteScenarioText('a: 1\n', [{ path: ['a'], value: '= 2 * b' }])).toBe('a: "= 2 * b"\n');
  });

  it('refuses a path through a value, and a text that is no file', () => {
    const refused = expect.objectContaining({ code: 'invalid-argument' });
    expect(() => rewriteScenarioText(example, [{ path: ['title', 'x'], value: 1 }])).toThrow(refused);
    expect(() => rewriteScenarioText('a: [', [{ path: ['a'], value: 1 }])).toThrow(refused);
    expect(() => rewriteScenarioText('['.repeat(1e6), [{ path: ['a'], value: 1 }])).toThrow(refused);
  });

  it('keeps files with anchors readable', () => {
    const text = 'a: &x { b: 1 }\nc: *x\nd: 4\n';
    expect(parse(rewriteScenarioText(text, [{ path: ['d'], value: 5 }]))).toEqual({
      a: { b: 1 },
      c: { b: 1 },
      d: 5,
    });
  });
});

describe('any edit of a value', () => {
  const paths = fc.constantFrom(
    ['months'],
    ['title'],
    ['world', 'segments', 0, 'price'],
    ['world', 'segments', 0, 'churn'],
    ['world', 'segments', 1, 'tenure'],
    ['world', 'segments', 1, 'fees', 'new'],
    ['world', 'market', 'competitorPrice'],
    ['plans', 2, 'actions', 0, 'price', 'grandfather'],
    ['plans', 2, 'actions', 1],
    ['plans', 4],
    ['brand', 'new', 'place'],
  );
  const value = fc.oneof(
    fc.string(),
    fc.double({ noNaN: true, noDefaultInfinity: true }),
    fc.boolean(),
    fc.constantFrom('8 %', '= 1 + x', '5 to 10', { value: 5, source: 'a, b: c' }, [1, 'x'], {
      a: { b: [{ c: 'd' }] },
    }),
  );

  it('is what is read back, with every comment in its place', () => {
    fc.assert(
      fc.property(paths, value, (path, written) => {
        const rewritten = rewriteScenarioText(example, [{ path, value: written }]);
        const before = parse(example);
        let place = before;
        for (const key of path.slice(0, -1)) {
          place[key] ??= {};
          place = place[key];
        }
        place[path.at(-1) as string] = written;
        expect(parse(rewritten)).toEqual(before);
        for (const [comment] of example.matchAll(/# .*$/gm)) expect(rewritten).toContain(comment);
      }),
      runs(300),
    );
  });
});

import { beforeAll, describe, expect, test } from 'vitest';
import { writeCell } from '../../../web/charts/sheet.ts';
import { answerDraws } from '../../../web/runner/draw.ts';
import { createPageRunner } from '../../../web/runner/page-runner.ts';
import type { DrawsAnswer, DrawsRequest, Runner } from '../../../web/runner/runner.ts';
import { openText } from '../../../web/state/documents.ts';
import { withText } from '../../../web/state/revise.ts';
import { createSession, type Model, type Session } from '../../../web/state/session.ts';
import { createCustomersFan, createProfitFan } from '../../../web/views/fan-view.ts';
import { createFeeCurveView } from '../../../web/views/fee-curve-view.ts';
import { createFeeWords } from '../../../web/views/fee-words.ts';
import { createHeadlineView } from '../../../web/views/headline-view.ts';
import { createSegmentsView } from '../../../web/views/segments-view.ts';
import { createVerdictView } from '../../../web/views/verdict-view.ts';
import { recruitHere } from '../../support/recruit-here.ts';
import { smallScenario } from '../../support/small-scenario.ts';

let begin: () => void;
const begun = new Promise<void>((resolve) => {
  begin = resolve;
});

/** Runs draws here instead of in a worker, once begun; `settle` waits for the last of them. */
function createLocalRunner() {
  let work: Promise<void> = Promise.resolve();
  let current = new AbortController();
  const runner: Runner<DrawsRequest, DrawsAnswer> = {
    run(request, listener) {
      current.abort();
      current = new AbortController();
      const { signal } = current;
      work = begun
        .then(() => answerDraws(request, recruitHere, listener.answer, signal))
        .catch((error: unknown) => {
          if (!signal.aborted) throw error;
        });
    },
    cancel() {
      current.abort();
    },
    stop() {},
  };
  return { runner, settle: () => work };
}

let session: Session;
let settle: () => Promise<unknown>;
const model = (): Model => session.model!;
const plain = (text: string) => text.replaceAll(/[\u202f\u00a0]/g, ' ');

beforeAll(async () => {
  const plan = createLocalRunner();
  const curve = createLocalRunner();
  session = createSession(
    { best: createPageRunner(() => {}), plan: plan.runner, curve: curve.runner },
    () => {},
    (then) => then(),
  );
  settle = () => Promise.all([plan.settle(), curve.settle()]);
  const opening = await openText('club.yaml', smallScenario);
  if (opening.ok) session.open(opening.document);
});

describe('before the draws', () => {
  test('every figure is that of the run at best values, and says so', () => {
    const verdict = createVerdictView(model());
    expect(plain(verdict.parts.map((part) => part.text).join(''))).toMatch(/at best values expect \d/);
    expect(verdict.spoken).toBe('');
    const profit = createProfitFan(model());
    expect(profit.sub).toContain('at best values');
    expect(profit.data?.bands).toBeNull();
    expect(profit.data?.line.at(-1)).toBe(model().results.best?.months.at(-1)?.cumulativeProfit);
    expect(createSegmentsView(model()).sub).toContain('at best values');
    expect(createHeadlineView(model()).rows[0].value).toBe('…');
    expect(createFeeCurveView(model()).title).toBe('What would a higher fee do?');
  });
});

describe('with the draws', () => {
  beforeAll(() => {
    begin();
    return settle();
    // A thousand draws of the plan and those of the curve, in one thread.
  }, 60_000);

  test('verdict, needle, fan and table give the same figures', () => {
    const { impact } = model().results.draws!.result;
    const verdict = createVerdictView(model());
    expect(plain(verdict.spoken)).toMatch(/expect .* \(80 %: .* to .*\); chance of loss/);
    expect(verdict.margins).toHaveLength(100);
    const needle = createFeeCurveView(model()).marks.needle!;
    expect([needle.profit, needle.low80]).toEqual([impact!.profit.mean, impact!.profit.low80]);
    const fan = createProfitFan(model());
    expect(fan.data?.line.at(-1)).toBe(impact!.months.at(-1)!.cumulativeProfit.mean);
    expect(fan.data?.bands?.bands.map(({ share }) => share)).toEqual([95, 80, 50]);
    const profit = createHeadlineView(model()).rows.find(({ name }) => name.startsWith('Profit'));
    expect(profit?.value).toBe(model().money(impact!.profit.mean));
  });

  test('the sheet of the headline figures is written as its table is', () => {
    const { rows, sheet } = createHeadlineView(model());
    const written = sheet!.rows.map((_, row) => [0, 1, 3, 4].map((column) => writeCell(sheet!, row, column)));
    expect(written).toEqual(
      rows.slice(1).map(({ name, value, interval }) => [name, value, ...interval.split(' to ')]),
    );
    expect(sheet!.rows[0].slice(1).every((cell) => typeof cell === 'number')).toBe(true);
  });

  test('labels under the pointer are those of its month', () => {
    const fan = createCustomersFan(model());
    const sixth = model().results.draws!.result.impact!.months[5].customers;
    expect(fan.data?.labelsAt(6)[0].value).toBe(sixth.mean);
    expect(fan.ruler.label(6)).toBe('June 2027, month 6');
    expect(fan.ruler.decisions).toEqual([4]);
  });

  test('the fee curve marks best and break-even on its own line', () => {
    const { data, marks } = createFeeCurveView(model());
    expect(data?.percents).toHaveLength(13);
    expect(data?.percents[0]).toBeCloseTo(-20, 9);
    const best = marks.rings[0];
    expect(Math.max(...data!.line)).toBeLessThanOrEqual(best.profit + 1e-6);
    expect(marks.evidence).toEqual([-20, 60]);
  });

  test('every sheet has as many cells as columns, and numbers in them', () => {
    const views = [
      createFeeCurveView(model()),
      createProfitFan(model()),
      createCustomersFan(model()),
      createSegmentsView(model()),
      createHeadlineView(model()),
    ];
    for (const { sheet, summary, title } of views) {
      expect(title).not.toBe('');
      expect(sheet!.rows.length).toBeGreaterThan(0);
      for (const row of sheet!.rows) {
        expect(row).toHaveLength(sheet!.columns.length);
        expect(row.slice(1).every((cell) => cell === null || Number.isFinite(cell))).toBe(true);
      }
      expect(summary === '' || /\.$/.test(summary)).toBe(true);
    }
  });

  test('the fee is told in money and in words', () => {
    const words = createFeeWords(model().situation);
    expect([words.today, words.then]).toEqual(['€40.00', '€44.00']);
    expect(words.spoken).toBe('plus 10.0 percent, €44.00 a month');
    expect(plain(words.ruleOfThumb!)).toMatch(/^Rule of thumb: break-even 13\.\d % = 10 ÷ \(6\d \+ 10\)$/);
  });
});

describe('after a move', () => {
  test('the old bands are marked as old until new ones come', async () => {
    const marks = createFeeCurveView(model()).marks.rings.length;
    session.setFee({ percent: 20, stroke: 'a' });
    expect(model().situation.percent).toBe(20);
    expect(createVerdictView(model())).toMatchObject({ stale: true, chance: '' });
    expect(createProfitFan(model()).data).toMatchObject({ stale: true });
    expect(createFeeCurveView(model()).marks.rings).toHaveLength(marks);
    await settle();
    expect(createVerdictView(model()).stale).toBe(false);
  });

  test('what was done has a name, and the first scenario cannot be undone away', () => {
    expect(plain(session.undoName!)).toBe('fee +20.0 %');
    session.undo();
    expect(session.undoName).toBeNull();
    expect(plain(session.redoName!)).toBe('fee +20.0 %');
    session.redo();
    expect(model().situation.percent).toBe(20);
  });

  test('the decision is told as it stands, not as the file named it', () => {
    session.setFee({ percent: -5, stroke: 'b' });
    expect(plain(createVerdictView(model()).decision)).toBe('Cut the fee by 5.0 % from April 2027');
    expect(plain(createVerdictView(model()).context)).toContain('plan “Ask for more”, changed');
    session.setFee({ percent: 0, stroke: 'c' });
    expect(createVerdictView(model()).decision).toBe('Leave the fee as it is');
  });

  test('a scale that was widened stays wide while the plan is the same', () => {
    session.setFee({ percent: 65, stroke: 'd' });
    expect(model().scale.max).toBe(70);
    session.setFee({ percent: 10, stroke: 'e' });
    expect(model().scale.max).toBe(70);
  });

  test('another text of the same document leaves scale and old bands in sight, marked as old', async () => {
    await settle();
    const before = model().results.draws;
    expect(before).not.toBeNull();
    const text = smallScenario.replace('costToServe: 12 to 16', 'costToServe: 13 to 16');
    const revision = await withText(model().choice.document, text);
    if (!revision.ok) throw new Error('the text is valid');
    session.revise(revision.document, 'cost to serve');
    expect(model().results).toMatchObject({ drawsStale: true, curveStale: true });
    expect(model().results.draws).toBe(before);
    expect(createVerdictView(model()).chance).toBe('');
    expect(model().scale.max).toBe(70);
    const shorter = await withText(
      model().choice.document,
      smallScenario.replace('months: 24', 'months: 12'),
    );
    if (shorter.ok) session.revise(shorter.document, 'a shorter time');
    expect(model().results.draws).toBeNull();
  });
});

import { expect, test } from 'vitest';
import { createResultKeeper, type Rest, type Wanted } from '../../../web/runner/results.ts';
import type {
  BestAnswer,
  BestRequest,
  DrawsAnswer,
  DrawsRequest,
  Listener,
  Runner,
} from '../../../web/runner/runner.ts';
import { buildRise, buildScenario } from '../../support/build-scenario.ts';
import { bestFigures, impactResult } from '../../support/results.ts';

/** Runs nothing; remembers what it was asked and answers when told. */
function recordRunner<Request, Answer>() {
  const asked: Request[] = [];
  let listener: Listener<Answer> | null = null;
  const runner: Runner<Request, Answer> = {
    run(request, next) {
      asked.push(request);
      listener = next;
    },
    cancel() {
      listener = null;
    },
    stop() {},
  };
  return {
    runner,
    asked,
    answer: (answer: Answer) => listener?.answer(answer),
    fail: (message: string) => listener?.fail({ message }),
  };
}

function setUp() {
  const best = recordRunner<BestRequest, BestAnswer>();
  const plan = recordRunner<DrawsRequest, DrawsAnswer>();
  const curve = recordRunner<DrawsRequest, DrawsAnswer>();
  const runners = { best: best.runner, plan: plan.runner, curve: curve.runner };
  const rests: (() => void)[] = [];
  const atOnce: Rest = (then) => then();
  const keeper = createResultKeeper(runners, () => {}, atOnce);
  const later = createResultKeeper(
    runners,
    () => {},
    (then) => rests.push(then),
  );
  return { best, plan, curve, keeper, later, rests };
}

const scenario = buildScenario();
function wanted(share: number, over: Partial<Wanted> = {}): Wanted {
  const plan = buildRise(share);
  return { scenario, plan, curvePlan: plan, curveKey: 'same', baseKey: 'a', changes: [0, 0.1], ...over };
}
function draws(done: number): DrawsAnswer {
  const result = { name: 'p', months: [], segments: [], kpis: [], impact: impactResult() };
  return {
    kind: 'plan',
    done,
    total: 1000,
    result,
    engine: { version: '1', seed: 's', draws: done },
    digest: 'd',
  };
}

test('best values, draws and curve are asked for at once', () => {
  const { best, plan, curve, keeper } = setUp();
  keeper.show(wanted(0.08));
  expect([best.asked.length, plan.asked.length, curve.asked.length]).toEqual([1, 1, 1]);
  best.answer(bestFigures());
  plan.answer(draws(64));
  expect(keeper.results).toMatchObject({ drawsStale: false, draws: { done: 64 }, failure: null });
});

test('another fee leaves the curve as it is and the old bands in sight, marked as old', () => {
  const { best, plan, curve, keeper } = setUp();
  keeper.show(wanted(0.08));
  best.answer(bestFigures());
  plan.answer(draws(64));
  keeper.show(wanted(0.12));
  expect([plan.asked.length, curve.asked.length]).toEqual([2, 1]);
  expect(keeper.results).toMatchObject({ drawsStale: true, draws: { done: 64 } });
  plan.answer(draws(64));
  expect(keeper.results.drawsStale).toBe(false);
});

test('another lever asks for the curve again; other customers forget the bands', () => {
  const { best, plan, curve, keeper } = setUp();
  keeper.show(wanted(0.08));
  best.answer(bestFigures());
  plan.answer(draws(64));
  keeper.show(wanted(0.08, { curveKey: 'other' }));
  expect(curve.asked).toHaveLength(2);
  keeper.show(wanted(0.08, { scenario: buildScenario({ months: 12 }), baseKey: 'b' }));
  expect(keeper.results.draws).toBeNull();
});

test('another text about the same customers runs all anew and keeps the old bands in sight, marked as old', () => {
  const { best, plan, curve, keeper } = setUp();
  keeper.show(wanted(0.08));
  best.answer(bestFigures());
  plan.answer(draws(64));
  keeper.show(wanted(0.08, { scenario: buildScenario() }));
  expect([plan.asked.length, curve.asked.length]).toEqual([2, 2]);
  expect(keeper.results).toMatchObject({ drawsStale: true, curveStale: true, draws: { done: 64 } });
  plan.answer(draws(256));
  expect(keeper.results).toMatchObject({ drawsStale: false, draws: { done: 256 } });
});

test('the same plan is not run twice', () => {
  const { plan, keeper } = setUp();
  const same = wanted(0.08);
  keeper.show(same);
  keeper.show({ ...same });
  expect(plan.asked).toHaveLength(1);
});

test('while the hand moves no draws begin; when it rests, those of the last fee do, and a curve that is due', () => {
  const { best, plan, curve, later, rests } = setUp();
  later.show(wanted(0.08, { curveKey: 'a' }));
  later.show(wanted(0.09, { curveKey: 'a' }));
  expect([best.asked.length, plan.asked.length, curve.asked.length]).toEqual([2, 0, 0]);
  rests.at(-1)!();
  expect(plan.asked.map((request) => request.kind === 'plan' && request.plan.name)).toEqual([
    'Change by 0.09',
  ]);
  expect(curve.asked).toHaveLength(1);
});

test('a failure at best values leaves no figures, and the next plan starts afresh', () => {
  const { best, plan, keeper } = setUp();
  keeper.show(wanted(0.08));
  best.fail('not a number');
  expect(keeper.results).toMatchObject({ failure: { message: 'not a number' }, best: null, draws: null });
  keeper.show(wanted(0.09));
  best.answer(bestFigures());
  plan.answer(draws(64));
  expect(keeper.results).toMatchObject({ failure: null, draws: { done: 64 } });
});

test('a failure among the draws keeps what is known at best values', () => {
  const { best, plan, keeper } = setUp();
  keeper.show(wanted(0.08));
  best.answer(bestFigures());
  plan.fail('draw 7');
  expect(keeper.results.best).not.toBeNull();
  expect(keeper.results.drawsFailure?.message).toBe('draw 7');
});

test('draws that nobody looks at are not run; those cut short are begun again', () => {
  const { keeper, best, plan, curve } = setUp();
  keeper.show(wanted(0.08));
  plan.answer(draws(64));
  keeper.watch(false);
  plan.answer(draws(256));
  expect(keeper.results.draws?.done).toBe(64);
  keeper.show(wanted(0.09));
  expect([best.asked.length, plan.asked.length, curve.asked.length]).toEqual([2, 1, 1]);
  keeper.watch(true);
  expect(plan.asked.map(({ kind }) => kind)).toEqual(['plan', 'plan']);
  expect(curve.asked).toHaveLength(2);
  plan.answer(draws(1000));
  keeper.watch(false);
  keeper.watch(true);
  expect(plan.asked).toHaveLength(2);
});

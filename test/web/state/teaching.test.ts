import { beforeEach, describe, expect, test } from 'vitest';
import type { Runner } from '../../../web/runner/runner.ts';
import { isSameDecision, openChoice } from '../../../web/state/choice.ts';
import { openText } from '../../../web/state/documents.ts';
import { readLink, writeLink } from '../../../web/state/link.ts';
import { createSession, type Session } from '../../../web/state/session.ts';
import {
  firstTeaching,
  type Teaching,
  teachingIn,
  teachingThatFits,
  withPoint,
} from '../../../web/state/teaching.ts';
import { readShippedFile } from '../../support/shipped-files.ts';
import { smallScenario } from '../../support/small-scenario.ts';

async function open(text = smallScenario) {
  const opening = await openText('club.yaml', text);
  if (!opening.ok) throw new Error('the scenario is valid');
  return opening.document;
}

const { scenario } = await open();
const moved = withPoint(firstTeaching(scenario), { promise: 8.2, delivery: 6.1 });

describe('the pad as steps of the one history', () => {
  let begun: number;
  let session: Session;
  const point = () => session.model?.choice.teaching?.point ?? null;
  const pull = (promise: number, stroke: string) => {
    const teaching = withPoint(moved, { promise, delivery: 6 });
    session.setTeaching({ teaching, name: `Promise ${promise}, deliver 6`, stroke });
  };
  beforeEach(async () => {
    begun = 0;
    const runner: Runner<unknown, never> = {
      run: () => {
        begun++;
      },
      cancel() {},
      stop() {},
    };
    session = createSession({ best: runner, plan: runner, curve: runner }, () => {});
    session.open(await open());
  });

  test('one stroke of the hand is one step, named by where it ended', () => {
    for (const promise of [7.1, 7.2, 7.3]) pull(promise, 'stroke a');
    pull(5, 'stroke b');
    expect(session.steps).toMatchObject({
      names: ['Promise 7.3, deliver 6', 'Promise 5, deliver 6'],
      done: 2,
    });
    session.undo();
    expect(point()).toEqual({ promise: 7.3, delivery: 6 });
    session.undo();
    expect(point()).toBeNull();
    session.redo();
    expect(point()).toEqual({ promise: 7.3, delivery: 6 });
  });

  test('runs nothing of Decide anew', () => {
    const before = begun;
    const { situation } = session.model!;
    pull(5, 'stroke a');
    session.undo();
    expect(begun).toBe(before);
    expect(session.model!.situation).toBe(situation);
  });

  test('stays through a change of the fee and of the text', async () => {
    pull(5, 'stroke a');
    session.setFee({ percent: 4, stroke: 'stroke b' });
    session.revise(await open(`${smallScenario}# other\n`), 'edit');
    expect(point()).toEqual({ promise: 5, delivery: 6 });
  });
});

test('a plan that gets another name in the text takes neither scope nor point away', async () => {
  const runner: Runner<unknown, never> = { run() {}, cancel() {}, stop() {} };
  const session = createSession({ best: runner, plan: runner, curve: runner }, () => {});
  session.open(await open());
  const teaching: Teaching = { ...moved, scope: 'empathy', beside: 'plan Ask for more' };
  session.setTeaching({ teaching, name: 'set', stroke: 'a' });
  session.revise(await open(smallScenario.replace('name: Ask for more', 'name: Ask for less')), 'edit');
  expect(session.model?.choice.teaching).toEqual({ ...teaching, beside: null });
});

describe('what is set on the pad', () => {
  test('goes with a link, and the room and step it was made in', async () => {
    const shared = { file: 'club.yaml', planIndex: 0, content: smallScenario };
    const there = await readLink(
      await writeLink({ ...shared, room: 'teach', view: 'reveal', teaching: moved }),
    );
    expect(there).toMatchObject({ ok: true, room: 'teach', view: 'reveal', teaching: moved });
    const plain = await readLink(await writeLink(shared));
    expect(plain).toMatchObject({ ok: true, room: undefined, teaching: undefined });
  });

  test('is no part of the file, so that a saved file stays saved', async () => {
    const choice = openChoice(await open());
    expect(isSameDecision(choice, { ...choice, teaching: moved })).toBe(true);
    expect(isSameDecision(choice, { ...choice, planIndex: choice.planIndex + 1 })).toBe(false);
  });

  test('of a lesson begins with the plans of its first claim', async () => {
    const { scenario } = await open(readShippedFile('lessons/promise-what-you-deliver.yaml'));
    const { plan, beats } = scenario.lesson!.claim[0];
    expect(firstTeaching(scenario)).toMatchObject({ played: `plan ${plan}`, beside: `plan ${beats}` });
  });

  test.each<[string, unknown]>([
    ['nothing', undefined],
    ['no object', 'pad'],
    ['a scope that is none', { ...moved, scope: 'price' }],
    ['a promise beyond the scale', { ...moved, point: { promise: 11, delivery: 6 } }],
    ['a delivery that is no number', { ...moved, point: { promise: 8, delivery: '6' } }],
    ['a plan that is not there', { ...moved, played: 'plan of others' }],
    ['a comparison that is not there', { ...moved, beside: 'plan of others' }],
  ])('%s is left', (_, value) => {
    expect(teachingThatFits(value, scenario)).toBeUndefined();
  });

  test('keeps scope and point in a text without its plan, and plays anew only what is gone', async () => {
    const plan = 'plan Ask for more' as const;
    const set: Teaching = { ...moved, scope: 'empathy', played: plan, beside: plan };
    expect(teachingIn(set, scenario)).toEqual(set);
    const { scenario: other } = await open(smallScenario.replaceAll('Ask for more', 'Ask for less'));
    expect(teachingIn(set, other)).toEqual({ ...set, played: 'pad', beside: null });
    expect(teachingIn({ ...set, beside: 'kept' }, other)).toEqual({ ...set, played: 'pad', beside: 'kept' });
  });

  test('is taken without whatever else came with it', () => {
    const more = { ...moved, more: 1 } as Teaching;
    expect(teachingThatFits(more, scenario)).toEqual(moved);
  });
});

import { describe, expect, test } from 'vitest';
import { goTo, record, redo, startHistory, undo } from '../../../web/state/history.ts';
import fc from '../../support/properties.ts';

describe('history', () => {
  test('undo gives back the value before, and the name of what was undone', () => {
    const changed = record(startHistory(1), 2, 'two');
    expect(changed.past.at(-1)?.name).toBe('two');
    const undone = undo(changed);
    expect([undone.present, undone.future[0].name]).toEqual([1, 'two']);
    expect(redo(undone).present).toBe(2);
  });

  test('moves of one stroke are one step, named after the last', () => {
    let history = startHistory(0);
    for (const fee of [1, 2, 3]) history = record(history, fee, `fee ${fee}`, 'a');
    history = record(history, 9, 'fee 9', 'b');
    expect(history.past.map(({ name }) => name)).toEqual(['fee 3', 'fee 9']);
    expect(undo(undo(history)).present).toBe(0);
  });

  test('a stroke does not reach over an undo', () => {
    const once = record(startHistory(0), 1, 'one', 'a');
    const again = record(undo(once), 2, 'two', 'a');
    expect(undo(again).present).toBe(0);
    expect(again.past).toHaveLength(1);
  });

  test('a new value ends the future', () => {
    const undone = undo(record(startHistory(1), 2, 'two'));
    expect(record(undone, 3, 'three').future).toEqual([]);
  });

  test('any step of the list can be gone to, and no further', () => {
    const full = record(record(record(startHistory(0), 1, 'one'), 2, 'two'), 3, 'three');
    expect(goTo(full, 1).present).toBe(1);
    expect(goTo(full, 1).future.map(({ name }) => name)).toEqual(['two', 'three']);
    expect(goTo(goTo(full, 0), 3).present).toBe(3);
    expect(goTo(full, 9)).toBe(full);
  });

  test('undoing everything and doing it again changes nothing', () => {
    fc.assert(
      fc.property(fc.array(fc.integer(), { minLength: 1 }), (values) => {
        const full = values.reduce((history, value, i) => record(history, value, `${i}`), startHistory(-1));
        let back = full;
        for (const _ of values) back = undo(back);
        expect(back.present).toBe(-1);
        expect(undo(back)).toBe(back);
        let forth = back;
        for (const _ of values) forth = redo(forth);
        expect([forth.present, forth.past, forth.future]).toEqual([full.present, full.past, full.future]);
      }),
    );
  });
});

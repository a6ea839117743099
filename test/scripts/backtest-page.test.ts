import { describe, expect, it } from 'vitest';
import { fillPage } from '../../scripts/backtest-page.ts';

const page = 'Before\n\n<!-- a -->\nold\n<!-- end -->\n\nBetween\n\n<!-- b -->\n<!-- end -->\n\nAfter\n';

describe('fillPage', () => {
  it('replaces what stands in a place and nothing else, the same when repeated', () => {
    const filled = fillPage(page, { a: 'one $1', b: 'two' });
    expect(filled).toBe(
      'Before\n\n<!-- a -->\n\none $1\n\n<!-- end -->\n\nBetween\n\n<!-- b -->\n\ntwo\n\n<!-- end -->\n\nAfter\n',
    );
    expect(fillPage(filled, { a: 'one $1', b: 'two' })).toBe(filled);
  });

  it('refuses a page without the place', () => {
    expect(() => fillPage(page, { c: 'three' })).toThrow('no place for c');
  });
});

import { describe, expect, it } from 'vitest';
import { formatTable, wrap } from '../../../server/cli/table.ts';

describe('formatTable', () => {
  it('aligns names to the left and numbers to the right', () => {
    const rows = [
      ['', 'mean', '80 %'],
      ['Profit', '1,000', ''],
      ['Customers lost', '4', '2 to 7'],
    ];
    expect(formatTable(rows, 80)).toEqual([
      '                  mean     80 %',
      'Profit           1,000',
      'Customers lost       4   2 to 7',
    ]);
  });

  it('shortens names, never numbers, to fit the width', () => {
    const [line] = formatTable([['A segment with a long name', '123456']], 24);
    expect(line).toBe('A segment with…   123456');
    expect(formatTable([['A segment with a long name', '1234567890123']], 10)[0]).toContain('1234567890123');
  });

  it('shortens no name to what another is, however narrow the terminal', () => {
    const names = ['4 euros more, at once', '4 euros more, in two steps', '4 euros more, in two steps'];
    const lines = formatTable(
      names.map((name, k) => [name, `${k}`]),
      10,
    );
    expect(lines).toEqual(['4 euros more, a…   0', '4 euros more, i…   1', '4 euros more, i…   2']);
  });
});

describe('wrap', () => {
  it('breaks between words only', () => {
    expect(wrap('lose 9.1 % of these customers', 12)).toEqual(['lose 9.1 %', 'of these', 'customers']);
    expect(wrap('a_word_beyond_the_line', 5)).toEqual(['a_word_beyond_the_line']);
  });
});

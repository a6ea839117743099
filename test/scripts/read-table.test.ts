import { expect, test } from 'vitest';
import { readTable } from '../../scripts/read-table.ts';

test('reads fields by column name, quoted commas and quotes included', () => {
  expect(readTable('name,note\r\nA,"one, two"\nB,"say ""hi"""\nC,\n')).toEqual([
    { name: 'A', note: 'one, two' },
    { name: 'B', note: 'say "hi"' },
    { name: 'C', note: '' },
  ]);
});

test('refuses a row with a field too many or too few', () => {
  expect(() => readTable('a,b\n1,2\n3\n')).toThrow('row 3 has 1 fields, the heading 2');
  expect(() => readTable('a,b\n1,2,3\n')).toThrow('row 2 has 3 fields, the heading 2');
});

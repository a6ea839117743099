import { expect, test } from 'vitest';
import { formatSheet } from '../../../web/charts/sheet.ts';
import { fileName } from '../../../web/save-file.ts';

test('a table is written by RFC 4180, numbers bare and in full', () => {
  const columns = [{ title: 'Segment' }, { title: 'Lost, all', format: () => 'never used' }];
  const rows = [
    ['Small "a"', -0.125],
    ['two\nlines', null],
  ];
  expect(formatSheet({ columns, rows })).toBe(
    'Segment,"Lost, all"\r\n"Small ""a""",-0.125\r\n"two\nlines",\r\n',
  );
});

test.each(['=1+1', '+1', '-x', '@sum', '\tx'])('a name such as %j is not run as a formula', (name) => {
  const [, line] = formatSheet({ columns: [{ title: 'Segment' }], rows: [[name]] }).split('\r\n');
  expect(line).toBe(`'${name}`);
});

test('a file is named in plain letters', () => {
  expect(fileName('Telco: Gebühr +8 % (2027)')).toBe('telco-gebuhr-8-2027');
  expect(fileName('…')).toBe('kept');
});

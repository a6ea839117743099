import { describe, expect, it, test } from 'vitest';
import { type CsvCell, type CsvFlavour, formatCsv } from '../../../models/index.ts';
import fc, { runs } from '../../support/properties.ts';
import { readCsv, readLikeSpreadsheet } from '../../support/read-csv.ts';

const flavours = ['plain', 'comma', 'semicolon'] as const;
const separatorOf = (flavour: CsvFlavour) => (flavour === 'semicolon' ? ';' : ',');
const read = (text: string, flavour: CsvFlavour) =>
  readCsv(text.replace(/^\uFEFF/, ''), separatorOf(flavour));

const hostileSign = fc.constantFrom(...'=+-@\t\r\n\0,;"\' ＝a1');
const text = fc.oneof(fc.string({ unit: 'binary' }), fc.string({ unit: hostileSign, maxLength: 8 }));
const number = fc.double({ noNaN: true, noDefaultInfinity: true });
/** One column at least: a line without a cell is none. */
const table = fc
  .integer({ min: 1, max: 4 })
  .chain((width) =>
    fc.array(fc.array(fc.oneof(text, number, fc.constant(null)), { minLength: width, maxLength: width })),
  );

/** A cell as it was meant: without the apostrophes of the writer. */
const bare = (cell: string) => cell.replaceAll(/(^|[,;\t\r\n])'/g, '$1');

describe.each(flavours)('CSV, flavour %s', (flavour) => {
  it('reads back as it was, but for the apostrophes', () => {
    fc.assert(
      fc.property(table, (lines) => {
        const back = read(formatCsv(lines, flavour), flavour);
        const decimal = flavour === 'semicolon' ? ',' : '.';
        const written = (cell: CsvCell) =>
          typeof cell === 'number' ? String(cell).replace('.', decimal) : bare(cell ?? '');
        const names = back.map((row, y) =>
          row.map((cell, x) => (typeof lines[y][x] === 'number' ? cell : bare(cell))),
        );
        expect(names).toEqual(lines.map((line) => line.map(written)));
      }),
      runs(500),
    );
  });

  it('changes no name that could not be a formula', () => {
    for (const name of [
      'Raise 8 %',
      'Ångström, "old"',
      'a=b',
      'x-ray',
      'Größe ≥ 3; klein',
      "O'Brien",
      'no − sign',
    ]) {
      expect(read(formatCsv([[name]], flavour), flavour)).toEqual([[name]]);
    }
  });

  it('keeps every number a number, negative ones too', () => {
    fc.assert(
      fc.property(number, (value) => {
        const [[cell]] = read(formatCsv([[value]], flavour), flavour);
        expect(Number(cell.replace(',', '.'))).toBe(value === 0 ? 0 : value);
      }),
    );
  });

  test.each([',', ';', '\t'])('has no cell that begins a formula where it is split at %j', (separator) => {
    fc.assert(
      fc.property(fc.array(text, { minLength: 1, maxLength: 4 }), (line) => {
        const written = formatCsv([line, line], flavour).replace(/^\uFEFF/, '');
        const running = readLikeSpreadsheet(written, separator).filter((cell) =>
          /^[\s"]*[=+\-@＝]/.test(cell),
        );
        expect(running).toEqual([]);
      }),
      runs(2000),
    );
  });
});

test.each([
  '=1+1',
  '+1',
  '-8 %',
  '@SUM(A1)',
  '\t=1',
  '\rx',
  '\nx',
  ' =1',
  '＝1+1',
  '"=1"',
  "=cmd|' /C calc'!A0",
])('the name %j gets an apostrophe', (name) => {
  for (const flavour of flavours) {
    expect(read(formatCsv([['a', name]], flavour), flavour)[0][1].startsWith("'")).toBe(true);
  }
});

test('a formula behind the separator of another language is disarmed', () => {
  expect(readCsv(formatCsv([['a', 'x;=1+1']]))).toEqual([['a', "x;'=1+1"]]);
  expect(readCsv(formatCsv([['a', 'x,=1+1']], 'semicolon').slice(1), ';')).toEqual([['a', "x,'=1+1"]]);
});

test('for Excel the text says that it is UTF-8, and the decimal sign goes with the separator', () => {
  const lines = [
    ['Name', 'Value'],
    ['Größe', -1234.5],
    [null, 1.5e-7],
  ];
  expect(formatCsv(lines, 'comma')).toBe('\uFEFFName,Value\r\nGröße,-1234.5\r\n,1.5e-7\r\n');
  expect(formatCsv(lines, 'semicolon')).toBe('\uFEFFName;Value\r\nGröße;-1234,5\r\n;1,5e-7\r\n');
  expect(formatCsv(lines)).toBe('Name,Value\r\nGröße,-1234.5\r\n,1.5e-7\r\n');
});

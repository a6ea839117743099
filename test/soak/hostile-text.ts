import fc from 'fast-check';

/** Texts that are made to hurt whoever reads YAML. */
export const hostileTexts: readonly string[] = [
  // Anchors that explode.
  `a: &a [x,x,x,x,x,x,x,x,x]\n${Array.from(
    { length: 12 },
    (_, k) =>
      `b${k}: &b${k} [${Array(9)
        .fill(k === 0 ? '*a' : `*b${k - 1}`)
        .join(',')}]`,
  ).join('\n')}\n`,
  '['.repeat(100_000),
  '{a: '.repeat(50_000),
  `${'- '.repeat(20_000)}x\n`,
  `format: kept/1\n${'#'.repeat(1_000_000)}\n`,
  `format: kept/1\ntitle: "${'\\u0041'.repeat(150_000)}"\n`,
  `? ${'? '.repeat(20_000)}\n`,
  `format: kept/1\n${'? a\n'.repeat(100_000)}`,
  `format: kept/1\n${Array.from({ length: 60_000 }, (_, k) => `k${k}: 1`).join('\n')}\n`,
  'format: !!js/function "function () { return 1 }"\n',
  'format: !<tag:yaml.org,2002:binary> AAAA\n',
  '%TAG ! tag:example.com,2000:\n---\nformat: kept/1\n',
  '---\n...\n'.repeat(50_000),
  '\u0000\u0001\u0002',
  '\ufeff\ufeffformat: kept/1\n',
  'format: kept/1\n__proto__: { polluted: true }\nconstructor: { prototype: { polluted: true } }\n',
  `title: |\n${'  a\n'.repeat(200_000)}`,
  `format: kept/1\ndate: ${'9'.repeat(10_000)}\n`,
];

/** Formulas that are made to hurt whoever computes them. */
export const hostileFormulas: readonly string[] = [
  'ones(1e9)',
  'zeros(20000, 20000)',
  '1:1e9',
  'setPowerset(1:22)',
  'inv(random([600,600]))',
  'f(n) = f(n-1) + f(n-2); f(40)',
  'import({ a: 1 })',
  'constructor.constructor("return process")()',
  'config({ number: "BigNumber" })',
  'createUnit("foo")',
  `${'('.repeat(500)}1${')'.repeat(500)}`,
  `1${'+1'.repeat(240)}`,
  '9^9^9^9^9',
  'x.y = 1',
  '1e999',
  '0/0',
  '"a" + "b"',
  'cos('.repeat(60),
];

const tokens = [
  ...[
    '-1',
    '0',
    '1e308',
    '-1e308',
    '.nan',
    '.inf',
    '1e-320',
    '12,000',
    '0x10',
    '010',
    '1_000',
    'true',
    'null',
    '~',
  ],
  ...[
    '""',
    '[]',
    '{}',
    '[[]]',
    '*a',
    '&a b',
    '!!set {a}',
    '5 to 1',
    '1 to 2 to 3',
    '200 %',
    '-3 %/month',
    '= 1 +',
  ],
  ...[
    '"= ones(1e9)"',
    '2027-13',
    '99999999999999999999',
    '\u202e',
    '\ud800',
    "'",
    '"',
    '\t',
    '#',
    '|',
    '>',
    '%',
    '@',
    '`',
  ],
];

/** A file with some of its lines and values broken, from a valid one. */
export function arbitraryBroken(valid: readonly string[]): fc.Arbitrary<string> {
  const change = fc.record({
    kind: fc.constantFrom('drop', 'double', 'swap', 'indent', 'value', 'cut', 'insert', 'flip'),
    at: fc.nat(1e6),
    other: fc.nat(1e6),
    token: fc.constantFrom(...tokens),
  });
  return fc
    .tuple(fc.constantFrom(...valid), fc.array(change, { minLength: 1, maxLength: 5 }))
    .map(([text, changes]) => changes.reduce(breakText, text));
}

type Change = { readonly kind: string; readonly at: number; readonly other: number; readonly token: string };

function breakText(text: string, { kind, at, other, token }: Change): string {
  const lines = text.split('\n');
  const line = at % lines.length;
  if (kind === 'drop') lines.splice(line, 1 + (other % 3));
  else if (kind === 'double') lines.splice(line, 0, lines[line]);
  else if (kind === 'swap') {
    const with_ = other % lines.length;
    [lines[line], lines[with_]] = [lines[with_], lines[line]];
  } else if (kind === 'indent') lines[line] = `${' '.repeat(other % 7)}${lines[line].trimStart()}`;
  else if (kind === 'value') lines[line] = lines[line].replace(/:.*$/, `: ${token}`);
  else if (kind === 'insert') {
    const column = other % (lines[line].length + 1);
    lines[line] = `${lines[line].slice(0, column)}${token}${lines[line].slice(column)}`;
  } else if (kind === 'cut') return text.slice(0, at % (text.length + 1));
  else
    return `${text.slice(0, at % text.length)}${String.fromCharCode(other % 0x2fff)}${text.slice((at % text.length) + 1)}`;
  return lines.join('\n');
}

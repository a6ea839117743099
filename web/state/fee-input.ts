/** What a typed fee means: a change in percent, or a new price a month. */
export type FeeInput =
  | { readonly kind: 'percent'; readonly percent: number }
  | { readonly kind: 'price'; readonly price: number }
  | { readonly kind: 'otherCurrency' }
  | { readonly kind: 'unreadable' };

const unreadable: FeeInput = { kind: 'unreadable' };

/**
 * Reads `8`, `+8 %`, `−8` as a change in percent and `= 66.40 * 1.08` or `$71.71` as a new price, where `sign` is that of
 * the scenario's currency. Arithmetic has + − × ÷ and brackets, and no names. Where the reader's decimal sign is a comma,
 * `8,5` and `1.234,50` are read as well as `8.5`; elsewhere `8,5` is, and `1,200` is not, as it could mean either.
 */
export function readFeeInput(text: string, decimal = '.', sign = '$'): FeeInput {
  const plain = withPoint(text, decimal)
    .trim()
    .replaceAll(/[\u2212\u2013]/g, '-')
    .replaceAll('×', '*')
    .replaceAll('÷', '/');
  if (plain.length > 100) return unreadable;
  const amount = plain.replace(/^=\s*/, '');
  const own = amount.startsWith(sign);
  if (!own && /^(?:\p{Sc}|[A-Z]{3}\s*\d)/u.test(amount)) return { kind: 'otherCurrency' };
  if (own || plain.startsWith('=')) {
    const value = evaluateArithmetic(own ? amount.slice(sign.length) : amount);
    return value === null ? unreadable : { kind: 'price', price: value };
  }
  const percent = /^([+-]?)\s*(\d+\.?\d*|\.\d+)\s*%?$/.exec(plain);
  if (!percent) return unreadable;
  return { kind: 'percent', percent: Number(`${percent[1]}${percent[2]}`) };
}

function withPoint(text: string, decimal: string): string {
  if (!text.includes(',')) return text;
  if (decimal === ',') return text.replaceAll(/\.(?=\d{3}(?!\d))/g, '').replaceAll(',', '.');
  // Three digits behind a comma could be thousands.
  return text.replaceAll(/(?<![\d.,])(\d+),(\d{1,2}|\d{4,})(?![\d.,])/g, '$1.$2');
}

/** Value of plain arithmetic, `null` when it is none or not finite. */
export function evaluateArithmetic(text: string): number | null {
  const tokens = text.match(/\d+\.?\d*|\.\d+|[-+*/()]/g) ?? [];
  if (tokens.join('') !== text.replaceAll(/\s/g, '')) return null;
  const reader = { tokens, at: 0 };
  const value = readSum(reader);
  return reader.at === tokens.length && Number.isFinite(value) ? value : null;
}

interface Reader {
  readonly tokens: readonly string[];
  at: number;
}

function readSum(reader: Reader): number {
  let value = readProduct(reader);
  for (;;) {
    const operator = reader.tokens[reader.at];
    if (operator !== '+' && operator !== '-') return value;
    reader.at++;
    const next = readProduct(reader);
    value = operator === '+' ? value + next : value - next;
  }
}

function readProduct(reader: Reader): number {
  let value = readFactor(reader);
  for (;;) {
    const operator = reader.tokens[reader.at];
    if (operator !== '*' && operator !== '/') return value;
    reader.at++;
    const next = readFactor(reader);
    value = operator === '*' ? value * next : value / next;
  }
}

function readFactor(reader: Reader): number {
  const token = reader.tokens[reader.at++];
  if (token === '-') return -readFactor(reader);
  if (token !== '(') return token === undefined ? Number.NaN : Number(token);
  const value = readSum(reader);
  return reader.tokens[reader.at++] === ')' ? value : Number.NaN;
}

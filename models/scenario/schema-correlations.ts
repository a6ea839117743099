import { isSeq, type Node } from 'yaml';
import { parseExpression } from './expression.ts';
import { scenarioLimits as limits } from './limits.ts';
import { readText } from './readers.ts';
import { leaf, list, section } from './schema-parts.ts';
import { complain, describe, innerSpot, quote, readWord, type Spot } from './spot.ts';

const twoNames = 'two names of uncertain numbers, such as [priceResponse, wakeUp]';
const aCorrelation = 'a rank correlation between -1 and 1, such as -0.4';
/** A segment's name and the rest of a path. */
const longestPath = 200;

function readPair(spot: Spot): readonly [string, string] | undefined {
  const { node } = spot;
  if (!isSeq<Node | null>(node) || node.items.length !== 2) {
    const found = isSeq(node) ? `a list of ${node.items.length}` : describe(node);
    return complain(spot, 'wrong-type', `expects ${twoNames}, not ${found}`);
  }
  const [one, other] = node.items.map((item, index) =>
    readText(innerSpot(spot, `${spot.path}[${index}]`, item, spot.offset), 'a name', longestPath),
  );
  return one === undefined || other === undefined ? undefined : [one, other];
}

function readCorrelation(spot: Spot): number | undefined {
  const word = readWord(spot, aCorrelation);
  if (word === undefined) return undefined;
  const read = parseExpression(word.text);
  const value = read.kind === 'amount' && read.amount.unit === '' ? read.amount.value : Number.NaN;
  if (value > -1 && value < 1) return value;
  return complain(spot, 'quantity', `expects ${aCorrelation}, not ${quote(word.text)}`);
}

const correlation = section(
  {
    between: leaf<readonly [string, string], readonly [string, string]>(
      { type: 'array', items: { type: 'string' }, minItems: 2, maxItems: 2 },
      'Two uncertain numbers, as `kept explain` lists them; `inputs.` and `assumptions.` may be left out',
      twoNames,
      readPair,
    ),
    by: leaf<number, number>(
      { type: 'number', exclusiveMinimum: -1, exclusiveMaximum: 1 },
      'How far they go together: rank correlation (Spearman’s)',
      aCorrelation,
      readCorrelation,
    ),
  },
  { description: 'Two uncertain numbers that go together', wants: 'a map with between and by' },
);

export const correlationsSchema = list(
  correlation,
  'Uncertain numbers that go together; all others are independent',
  'a list of correlations',
  0,
  limits.correlations,
);

import { Type } from 'typebox';
import { isScalar, isSeq, type Node } from 'yaml';
import { parseExpression } from './expression.ts';
import { keptMeasures, objectiveMeasures } from './goal.ts';
import { scenarioLimits as limits } from './limits.ts';
import { isBeyondReason, percent } from './place.ts';
import { readName } from './readers.ts';
import { choice, name } from './schema-leaves.ts';
import { leaf, list, section } from './schema-parts.ts';
import { complain, describe, innerSpot, quote, readWord, type Spot } from './spot.ts';

const optional = Type.Optional;

/** A bound as a number; whether it was written in percent tells a share from money. */
export interface WrittenBound {
  readonly value: number;
  readonly isPercent: boolean;
}

function readBound(spot: Spot): WrittenBound | undefined {
  const word = readWord(spot, aBound);
  if (word === undefined) return undefined;
  const refuse = (message: string) => complain(spot, 'quantity', `${quote(word.text)} ${message}`);
  const read = parseExpression(word.text);
  if (read.kind === 'refused') return refuse(read.message);
  if (read.kind !== 'amount') return refuse('is no plain number; a bound is one number');
  const { value, unit } = read.amount;
  if (unit !== '' && unit !== '%') return refuse(`has the wrong unit; expects ${aBound}`);
  if (isBeyondReason(value)) return refuse('is too large to compute with');
  return { value: unit === '%' ? percent(value) : value, isPercent: unit === '%' };
}

const aBound = 'a share such as 8 %, or an amount such as 20000';

const bound = (description: string) =>
  leaf<number | string, WrittenBound>({ type: ['number', 'string'] }, description, aBound, readBound);

function readSegments(spot: Spot): 'each' | readonly string[] | undefined {
  const { node } = spot;
  if (isScalar(node) && node.value === 'each') return 'each';
  if (!isSeq<Node | null>(node)) {
    return complain(spot, 'wrong-type', `expects each, or a list of names, not ${describe(node)}`);
  }
  if (node.items.length === 0) return complain(spot, 'missing', 'is empty; expects a list of names, or each');
  if (node.items.length > limits.segments) {
    return complain(spot, 'limit', `holds ${node.items.length} entries; at most ${limits.segments} are read`);
  }
  const names = node.items.map((item, index) =>
    readName(innerSpot(spot, `${spot.path}[${index}]`, item, spot.offset), 'a name'),
  );
  return names.includes(undefined) ? undefined : (names as string[]);
}

const keep = section(
  {
    measure: choice('Figure that is kept within a bound', keptMeasures),
    segments: optional(
      leaf<'each' | string[], 'each' | readonly string[]>(
        { anyOf: [{ const: 'each' }, { type: 'array', items: { type: 'string' }, minItems: 1 }] },
        'Segments that must each keep it; the firm as a whole where left out',
        'each, or a list of names',
        readSegments,
      ),
    ),
    atMost: optional(bound('Largest mean over draws')),
    atLeast: optional(bound('Smallest mean over draws')),
  },
  {
    description: 'A condition the plan must keep',
    wants: 'a map with measure and atMost or atLeast',
    oneOf: ['atMost', 'atLeast'],
  },
);

/** What to do with the free numbers of a plan. */
export const optimiseSchema = section(
  {
    plan: name('Plan whose free numbers are searched'),
    maximise: optional(
      choice('Figure whose mean over draws becomes as large as possible', objectiveMeasures),
    ),
    minimise: optional(
      choice('Figure whose mean over draws becomes as small as possible', objectiveMeasures),
    ),
    keep: optional(list(keep, 'Conditions', 'a list of conditions', 0, limits.keep)),
  },
  {
    description: 'What the optimiser looks for',
    wants: 'a map with plan and maximise or minimise',
    oneOf: ['maximise', 'minimise'],
  },
);

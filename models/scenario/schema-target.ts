import { Type } from 'typebox';
import type { CustomerTarget } from './scenario.ts';
import { leaf, section } from './schema-parts.ts';
import { complain, quote, readWord, type Spot } from './spot.ts';

const optional = Type.Optional;

/** A condition in words, such as `top 20 %`: the words that match, in the order of the pattern's groups. */
function readCondition(spot: Spot, pattern: RegExp, expects: string): readonly string[] | undefined {
  const word = readWord(spot, expects);
  if (word === undefined) return undefined;
  const match = pattern.exec(word.text);
  return match ? match.slice(1) : complain(spot, 'wrong-type', `expects ${expects}, not ${quote(word.text)}`);
}

const byTenure = '"at least 24 months" or "under 12 months"';

function readTenure(spot: Spot): CustomerTarget['tenure'] {
  const words = readCondition(spot, /^(at least|under) (\d{1,4}) (month|year)s?$/, byTenure);
  if (words === undefined) return undefined;
  const months = Number(words[1]) * (words[2] === 'year' ? 12 : 1);
  if (months === 0) return complain(spot, 'out-of-range', 'draws no line; leave tenure out');
  return { bound: words[0] === 'under' ? 'under' : 'at least', months };
}

const byValue = '"top 20 %" or "bottom 20 %"';

function readValue(spot: Spot): CustomerTarget['value'] {
  const words = readCondition(spot, /^(top|bottom) (\d{1,3}(?:\.\d{1,6})?) ?%$/, byValue);
  if (words === undefined) return undefined;
  const share = Number(`${words[1]}e-2`);
  if (share <= 0 || share >= 1) return complain(spot, 'out-of-range', 'must lie between 0 % and 100 %');
  return { end: words[0] === 'top' ? 'top' : 'bottom', share };
}

const bySatisfaction = '"above 8" or "below 6"';

function readSatisfaction(spot: Spot): CustomerTarget['satisfaction'] {
  const words = readCondition(spot, /^(above|below) (\d{1,2}(?:\.\d{1,6})?)$/, bySatisfaction);
  if (words === undefined) return undefined;
  const level = Number(words[1]);
  if (level <= 0 || level >= 10) return complain(spot, 'out-of-range', 'must lie between 0 and 10');
  return { bound: words[0] === 'above' ? 'above' : 'below', level };
}

/** Customers whom an action is meant for. */
export const targetSchema = section(
  {
    tenure: optional(
      leaf<string, NonNullable<CustomerTarget['tenure']>>(
        { type: 'string' },
        'How long they have been here when they are told',
        byTenure,
        readTenure,
      ),
    ),
    value: optional(
      leaf<string, NonNullable<CustomerTarget['value']>>(
        { type: 'string' },
        'Share of the segment that spends most or least',
        byValue,
        readValue,
      ),
    ),
    satisfaction: optional(
      leaf<string, NonNullable<CustomerTarget['satisfaction']>>(
        { type: 'string' },
        'How satisfied they are at the start, 0 to 10',
        bySatisfaction,
        readSatisfaction,
      ),
    ),
  },
  {
    description: 'Customers it is meant for; all of the segments where left out',
    wants: 'a map with tenure, value or satisfaction',
    anyOf: ['tenure', 'value', 'satisfaction'],
  },
);

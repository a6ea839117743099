import { Type } from 'typebox';
import { evidenceClasses, type Quantity } from '../core/quantity.ts';
import type { Place } from './place.ts';
import { places } from './places.ts';
import { type ChangeBy, readCertain, readChangeBy, readQuantity } from './quantity.ts';
import { readChoice, readMonth, readName, readText, readWhole } from './readers.ts';
import { type Leaf, leaf } from './schema-parts.ts';

/** A quantity as it is written: `8 %`, `5 to 10`, `"= 18 * (1 + wageRise)"`, or with what it rests on. */
export type FileQuantity =
  | number
  | string
  | { best?: number | string; range: string; evidence?: string; source?: string }
  | { value: number | string; evidence?: string; source?: string }
  | FileFree;

/** A number of a plan left to the optimiser. */
export interface FileFree {
  free: string;
  start?: number | string;
}

/** JSON Schema of a quantity, by reference to `fileDefinitions`. */
export const quantityJson = { $ref: '#/$defs/quantity' };
/** The same where it may be left free, and what stands there then. */
export const decisionJson = { $ref: '#/$defs/decision' };
export const freeJson = { $ref: '#/$defs/free' };
/** A price that differs among customers. */
export const priceJson = {
  type: 'object',
  additionalProperties: false,
  properties: {
    mean: { ...quantityJson, description: `Average price. Takes ${places.price.expects}.` },
    spread: { ...quantityJson, description: `Variety among customers. Takes ${places.spread.expects}.` },
  },
  required: ['mean'],
};
const amountJson = { type: ['number', 'string'] };

/** Definitions that the published JSON Schema refers to. */
export const fileDefinitions = {
  quantity: {
    description:
      'A number with its unit, a range "A to B" (an 80 % interval), a formula "= …", or a map with evidence.',
    anyOf: [
      { type: ['number', 'string'] },
      {
        type: 'object',
        additionalProperties: false,
        properties: {
          best: amountJson,
          range: { type: 'string' },
          value: amountJson,
          evidence: { enum: evidenceClasses },
          source: { type: 'string' },
        },
        oneOf: [{ required: ['range'] }, { required: ['value'] }],
      },
    ],
  },
  decision: {
    description: 'A number of a plan: stated, or left to the optimiser.',
    anyOf: [quantityJson, freeJson],
  },
  free: {
    description:
      'A number left to the optimiser, within the bounds "A to B", starting from `start` or the middle.',
    type: 'object',
    additionalProperties: false,
    properties: { free: { type: 'string' }, start: amountJson },
    required: ['free'],
  },
} as const;

/** The JSON Schema of a place whose number may be left free. */
export const orFree = (json: object) => ({ anyOf: [json, freeJson] });

/** A quantity of one place: number, range, formula, or a map with evidence. */
export const quantity = (description: string, place: Place): Leaf<FileQuantity, Quantity> =>
  leaf(quantityJson, description, place.expects, (spot) => readQuantity(spot, place));

/** A number that is certain. */
export const certain = (description: string, place: Place): Leaf<number | string | FileFree, number> =>
  leaf(orFree(amountJson), description, place.expects, (spot) => readCertain(spot, place));

export const name = (description: string): Leaf<string, string> =>
  leaf({ type: 'string', minLength: 1, maxLength: 80 }, description, 'a name', (spot) =>
    readName(spot, 'a name'),
  );

export const text = (description: string, longest: number): Leaf<string, string> =>
  leaf({ type: 'string' }, description, 'text', (spot) => readText(spot, 'text', longest));

export const whole = (description: string, least: number, most: number): Leaf<number, number> =>
  leaf(
    { type: 'integer', minimum: least, maximum: most },
    description,
    `a whole number from ${least} to ${most}`,
    (spot) => readWhole(spot, least, most),
  );

export const choice = <Choice extends string>(
  description: string,
  choices: readonly Choice[],
): Leaf<Choice, Choice> =>
  leaf({ enum: [...choices] }, description, `one of ${choices.join(', ')}`, (spot) =>
    readChoice(spot, choices),
  );

export const month = (description: string): Leaf<number | string | FileFree, number> =>
  leaf(
    orFree({ type: ['integer', 'string'] }),
    description,
    'a month of the plan, such as 4 or 2027-04',
    readMonth,
  );

/** The value of `by:`. */
export const changeBy = (description: string, amount: Place) =>
  leaf<FileQuantity, ChangeBy>(
    quantityJson,
    description,
    `a relative change such as 8 %, or ${amount.expects}`,
    (spot) => readChangeBy(spot, places.byPercent, amount),
  );

/** `by:` and `to:`, of which a change has exactly one. */
export const change = (what: string, by: Place, to: Place) => ({
  by: Type.Optional(changeBy(`Change of ${what}`, by)),
  to: Type.Optional(quantity(`New ${what}`, to)),
});
export const byOrTo = ['by', 'to'] as const;

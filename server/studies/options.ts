import { type TSchema, Type } from 'typebox';
import { mostDraws } from '../../models/index.ts';

export const strict = { additionalProperties: false } as const;

export const optional = <Schema extends TSchema>(schema: Schema) => Type.Optional(schema);

export const seed = optional(
  Type.String({ maxLength: 200, description: "Seed text instead of the scenario's own" }),
);

export const plan = (description: string) => Type.String({ minLength: 1, maxLength: 200, description });

export const plans = optional(
  Type.Unsafe<readonly string[]>(
    Type.Array(plan('Name of a plan'), {
      maxItems: 30,
      description: 'Names of the plans to run; absent: all of them',
    }),
  ),
);

export const draws = (least: number, most: number, usual: number) =>
  optional(
    Type.Integer({
      minimum: least,
      maximum: most,
      description: `Draws of what is uncertain; ${usual} unless stated`,
    }),
  );

export const allDraws = (usual: number) => draws(1, mostDraws, usual);

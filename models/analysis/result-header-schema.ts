import { Type } from 'typebox';

// What every published result says first: the engine and the scenario that it comes from.

const strict = { additionalProperties: false } as const;

/** Engine of a result on draws; `meaning` says what the draws are of. */
export const engineOnDraws = (meaning: string) =>
  Type.Object(
    {
      version: Type.String({ description: 'Version of the engine; a later one may give other numbers' }),
      seed: Type.String({ description: 'Seed text of the draws' }),
      draws: Type.Integer({ minimum: 1, description: meaning }),
    },
    strict,
  );

/** Scenario of a result, without the calendar. */
export const scenarioHeader = Type.Object(
  {
    title: Type.String({ description: 'Title of the scenario' }),
    digest: Type.String({ pattern: '^[0-9a-f]{64}$', description: 'SHA-256 over the parsed scenario' }),
    currency: Type.String({ description: 'ISO 4217 code of all money' }),
    months: Type.Integer({ minimum: 1, description: 'Horizon' }),
  },
  strict,
);

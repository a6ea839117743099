import {
  type TArray,
  type TObject,
  type TOptional,
  type TProperties,
  type TRecord,
  type TSchema,
  type TUnsafe,
  Type,
} from 'typebox';
import type { Spot } from './spot.ts';

/** How a place is read, kept under a symbol so that it never enters the published JSON Schema. */
export const read = Symbol('read');
/** What a place wants, to end "expects …" in a message. */
export const wants = Symbol('wants');
/** Keys the format will have, or `anything` where any unknown key may be one. */
export const later = Symbol('later');

/** A value that is read as a whole: written as `File`, understood as `Value`. */
export interface Leaf<File, Value> extends TUnsafe<File> {
  readonly [read]: (spot: Spot) => Value | undefined;
  readonly [wants]: string;
}

/** What the walker makes of a schema when nothing is wrong. Keys of a record become a list, in the file's order. */
export type Understood<S> =
  S extends Leaf<infer _File, infer Value>
    ? Value
    : S extends TObject<infer Properties>
      ? UnderstoodObject<Properties>
      : S extends TArray<infer Item>
        ? readonly Understood<Item>[]
        : S extends TRecord<string, infer Item>
          ? readonly { readonly name: string; readonly value: Understood<Item> }[]
          : never;

type Optional<S> = S extends { '~optional': true } ? true : false;

type UnderstoodObject<Properties> = {
  readonly [Key in keyof Properties as Optional<Properties[Key]> extends true ? never : Key]: Understood<
    Properties[Key]
  >;
} & {
  readonly [Key in keyof Properties as Optional<Properties[Key]> extends true ? Key : never]?:
    | Understood<Properties[Key]>
    | undefined;
};

/** The same while problems may have left holes anywhere. */
export type Sketch<S> =
  S extends Leaf<infer _File, infer Value>
    ? Value
    : S extends TObject<infer Properties>
      ? { readonly [Key in keyof Properties]?: Sketch<Properties[Key]> | undefined }
      : S extends TArray<infer Item>
        ? readonly (Sketch<Item> | undefined)[]
        : S extends TRecord<string, infer Item>
          ? readonly { readonly name: string; readonly value: Sketch<Item> | undefined }[]
          : never;

export interface SectionRules {
  readonly description: string;
  readonly wants: string;
  readonly later?: readonly string[] | 'anything';
  /** Exactly one of these keys. */
  readonly oneOf?: readonly string[];
  /** At least one of these keys. */
  readonly anyOf?: readonly string[];
  readonly minProperties?: number;
}

export function leaf<File, Value>(
  json: object,
  description: string,
  wanted: string,
  reader: (spot: Spot) => Value | undefined,
): Leaf<File, Value> {
  const schema = Type.Unsafe<File>({ ...json, description: `${description}. Takes ${wanted}.` });
  return { ...schema, [read]: reader, [wants]: wanted };
}

/** A map with named keys; any other key is an error. */
export function section<Properties extends TProperties>(
  properties: Properties,
  rules: SectionRules,
): TObject<Properties> {
  const alternatives = (keys: readonly string[]) => keys.map((key) => ({ required: [key] }));
  return Type.Object(properties, {
    additionalProperties: false,
    description: rules.description,
    ...(rules.oneOf && { oneOf: alternatives(rules.oneOf) }),
    ...(rules.anyOf && { anyOf: alternatives(rules.anyOf) }),
    ...(rules.minProperties && { minProperties: rules.minProperties }),
    [wants]: rules.wants,
    [later]: rules.later ?? [],
  });
}

export function list<Item extends TSchema>(
  item: Item,
  description: string,
  wanted: string,
  least: number,
  most: number,
): TArray<Item> {
  return Type.Array(item, { description, minItems: least, maxItems: most, [wants]: wanted });
}

/** A map from names that the writer chooses. */
export function named<Item extends TSchema>(item: Item, description: string, wanted: string, most: number) {
  return Type.Record(Type.String(), item, { description, maxProperties: most, [wants]: wanted });
}

/** The same optional key for every name of a table. */
export function optionals<Name extends string, Schema extends TSchema>(
  names: readonly Name[],
  schemaOf: (name: Name) => Schema,
): { [Key in Name]: TOptional<Schema> } {
  const entries = names.map((key) => [key, Type.Optional(schemaOf(key))] as const);
  // fromEntries forgets which keys it was given.
  return Object.fromEntries(entries) as { [Key in Name]: TOptional<Schema> };
}

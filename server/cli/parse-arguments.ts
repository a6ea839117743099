import { parseArgs } from 'node:util';
import { didYouMean } from '../../models/index.ts';
import { type Arguments, type Option, UsageError } from './command.ts';

/** Every command takes it. */
const help: Option = { name: 'help', meaning: 'Show this help' };

/** Sorts arguments into options and operands. Throws UsageError on an option that is unknown, empty or repeated. */
export function parseArguments(args: readonly string[], options: readonly Option[]): Arguments {
  const known = new Map([...options, help].map((option) => [option.name, option]));
  const { tokens } = parseArgs({
    args: [...args],
    options: {
      ...Object.fromEntries(
        options.map(({ name, value, short }) => [
          name,
          { type: value ? 'string' : 'boolean', ...(short && { short }) },
        ]),
      ),
      help: { type: 'boolean', short: 'h' },
    },
    allowPositionals: true,
    // Its own messages speak of its own workings; the tokens let us write ours.
    strict: false,
    tokens: true,
  });
  const operands: string[] = [];
  const values = new Map<string, string[]>();
  for (const token of tokens) {
    if (token.kind === 'positional') operands.push(token.value);
    if (token.kind === 'option') accept(token, known, values);
  }
  return {
    operands,
    valuesOf: (name) => values.get(name) ?? [],
    has: (name) => values.has(name),
  };
}

interface OptionToken {
  readonly name: string;
  readonly rawName: string;
  readonly value?: string | undefined;
  readonly inlineValue?: boolean | undefined;
}

function accept(
  { name, rawName, value, inlineValue }: OptionToken,
  known: ReadonlyMap<string, Option>,
  values: Map<string, string[]>,
): void {
  const option = known.get(name);
  if (!option) throw new UsageError(`unknown option ${rawName}${didYouMean(name, known.keys())}`);
  if (!option.value && value !== undefined) throw new UsageError(`${rawName} takes no value`);
  if (option.value && (value === undefined || value === '' || (value.startsWith('-') && !inlineValue))) {
    throw new UsageError(`${rawName} needs a value: ${rawName} ${option.value}`);
  }
  if (values.has(name) && option.value && !option.repeats) throw new UsageError(`${rawName} is given twice`);
  values.set(name, [...(values.get(name) ?? []), value ?? '']);
}

/** A whole number within bounds. Throws UsageError on anything else. */
export function parseWhole(
  written: string,
  { name, lowest, highest }: { readonly name: string; readonly lowest: number; readonly highest: number },
): number {
  const value = /^\d{1,9}$/.test(written) ? Number(written) : Number.NaN;
  if (value >= lowest && value <= highest) return value;
  throw new UsageError(`${name} must be a whole number from ${lowest} to ${highest}, not "${written}"`);
}

import { Type } from 'typebox';
import { isSeq } from 'yaml';
import { type ListeningChannel, listeningChannels } from '../mechanisms/listening.ts';
import { places } from './places.ts';
import { readChoice } from './readers.ts';
import { certain, quantity } from './schema-leaves.ts';
import { leaf, section } from './schema-parts.ts';
import { complain, innerSpot, type Spot } from './spot.ts';

const optional = Type.Optional;

const channels = leaf<ListeningChannel | ListeningChannel[], readonly ListeningChannel[]>(
  {
    anyOf: [
      { enum: [...listeningChannels] },
      { type: 'array', items: { enum: [...listeningChannels] }, minItems: 1, uniqueItems: true },
    ],
  },
  'How customers are heard',
  `${listeningChannels.join(', ')}, or a list of them`,
  readChannels,
);

/** One channel, or a list in which each stands once. */
function readChannels(spot: Spot): readonly ListeningChannel[] | undefined {
  const { node } = spot;
  if (!isSeq(node)) {
    const one = readChoice(spot, listeningChannels);
    return one && [one];
  }
  if (node.items.length === 0) return complain(spot, 'missing', 'is empty; name how customers are heard');
  const read = node.items.map((item, index) =>
    readChoice(
      innerSpot(spot, `${spot.path}[${index}]`, item as Spot['node'], spot.offset),
      listeningChannels,
    ),
  );
  const known = read.filter((channel) => channel !== undefined);
  if (known.length < read.length) return undefined;
  if (new Set(known).size < known.length)
    return complain(spot, 'conflict', 'names a way twice; keep it once');
  return known;
}

/** Asking customers. */
export const listenSchema = section(
  {
    by: channels,
    monthly: optional(quantity('Cost a month', places.money)),
    once: optional(quantity('Cost at the start; none where left out', places.moneyOnce)),
    months: optional(certain('How many months; to the end where left out', places.monthCount)),
  },
  { description: 'Management hears its customers', wants: 'a map with by' },
);

/** What stands under `in:` of a programme whose aim is left to management. */
export const steered = 'what management believes' as const;

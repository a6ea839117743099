import { Type } from 'typebox';
import { scenarioLimits as limits } from './limits.ts';
import { places } from './places.ts';
import { readFlag } from './readers.ts';
import { byOrTo, certain, change, name, quantity } from './schema-leaves.ts';
import { leaf, named, section } from './schema-parts.ts';

const optional = Type.Optional;

const flag = (description: string) =>
  leaf<boolean, boolean>({ type: 'boolean' }, description, 'true or false', readFlag);

const cost = {
  once: optional(quantity('Cost at the start', places.costOnce)),
  monthly: optional(quantity('Cost a month from then on', places.cost)),
};

/** Promised times of the world, by name. */
export const standards = named(
  section(
    {
      promise: quantity('Promised time', places.hours),
      median: quantity('Time that half of all cases take', places.hours),
      spread: quantity('Geometric standard deviation of the time', places.timeSpread),
      cases: quantity('Cases for each customer', places.cases),
      clear: optional(flag('Whether the promise names the time; true where left out')),
    },
    {
      description: 'A promised time and the times it really takes',
      wants: 'a map with promise, median, spread and cases',
    },
  ),
  'Time standards',
  'a map of standards',
  limits.standards,
);

const changeOf = (
  what: string,
  by: typeof places.byHours | typeof places.bySpread,
  to: typeof places.hours | typeof places.timeSpread,
) =>
  section(change(what, by, to), {
    description: `Change of the ${what}`,
    wants: 'a map with by or to',
    oneOf: byOrTo,
  });

const standard = section(
  {
    name: name('Name of a standard of the world'),
    promise: optional(changeOf('promised time', places.byHours, places.hours)),
    median: optional(changeOf('median time', places.byHours, places.hours)),
    spread: optional(changeOf('spread of the time', places.bySpread, places.timeSpread)),
    clear: optional(flag('Whether the promise names the time')),
    ...cost,
  },
  {
    description: 'What becomes of a time standard',
    wants: 'a map with name and what changes',
    anyOf: ['promise', 'median', 'spread', 'clear'],
  },
);

const consistency = section(
  {
    by: quantity('Change of the spread of experience around what is delivered', places.byPercent),
    ...cost,
  },
  { description: 'A steadier or less steady service', wants: 'a map with by' },
);

const rootCauses = section(
  {
    by: quantity('Change of what makes failures happen', places.byPercent),
    ramp: optional(certain('Time until it is complete; 1 month where left out', places.duration)),
    ...cost,
  },
  { description: 'Failures removed at their root, for good', wants: 'a map with by' },
);

const recover = section(
  {
    within: optional(quantity('Time within which a complaint is settled', places.hours)),
    compensation: optional(quantity('Money paid with a complaint', places.moneyOnce)),
    ownFault: optional(flag('The fault is owned')),
    followUp: optional(flag('Customers are asked afterwards whether all is well')),
    ease: optional(quantity('Share of the effort of complaining that is taken away', places.share)),
    limit: optional(flag('Claims are checked, so that few are false')),
    ...cost,
  },
  {
    description: 'How complaints are answered from now on',
    wants: 'a map with within, compensation, ownFault, followUp or ease',
    anyOf: ['within', 'compensation', 'ownFault', 'followUp', 'ease'],
  },
);

const guarantee = section(
  {
    pays: quantity('Money paid when the guarantee is broken; 0 ends it', places.moneyOnce),
    standard: optional(name('Time standard it holds for; the whole service where left out')),
  },
  { description: 'Money back when a promise is broken', wants: 'a map with pays' },
);

/** What an action can do about standards, failures and complaints. */
export const serviceActions = {
  consistency: optional(consistency),
  standard: optional(standard),
  rootCauses: optional(rootCauses),
  recover: optional(recover),
  guarantee: optional(guarantee),
};
export const serviceActionNames = [
  'consistency',
  'standard',
  'rootCauses',
  'recover',
  'guarantee',
] as const satisfies readonly (keyof typeof serviceActions)[];

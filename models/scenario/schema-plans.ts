import { Type } from 'typebox';
import { everydayWordList } from './everyday-words.ts';
import { scenarioLimits as limits } from './limits.ts';
import { places } from './places.ts';
import { type Announcement, readAnnouncement, readFlag, readLeastTenure, readWhole } from './readers.ts';
import { feeDisplays, reasons } from './scenario.ts';
import {
  byOrTo,
  certain,
  change,
  choice,
  type FileFree,
  month,
  name,
  orFree,
  quantity,
} from './schema-leaves.ts';
import { listenSchema, steered } from './schema-listening.ts';
import { marketActionNames, marketActions } from './schema-market.ts';
import { staffSchema } from './schema-operations.ts';
import { leaf, list, optionals, section } from './schema-parts.ts';
import { serviceActionNames, serviceActions } from './schema-service.ts';
import { targetSchema } from './schema-target.ts';

const optional = Type.Optional;

const grandfather = section(
  {
    tenure: leaf<string | FileFree, number>(
      orFree({ type: 'string' }),
      'Who is spared',
      '"at least 60 months"',
      readLeastTenure,
    ),
    until: optional(month('First month the spared pay the new price; never where left out')),
  },
  { description: 'Long-standing customers keep the old price', wants: 'a map with tenure' },
);

const phases = leaf<number | FileFree, number>(
  orFree({ type: 'integer', minimum: 1, maximum: 24 }),
  'Equal money steps the change comes in',
  'a whole number from 1 to 24',
  (spot) => readWhole(spot, 1, 24),
);

const price = section(
  {
    ...change('price', places.byMoney, places.price),
    phases: optional(phases),
    every: optional(certain('Time between two steps', places.duration)),
    grandfather: optional(grandfather),
  },
  { description: 'Change of the price', wants: 'a map with by or to', oneOf: byOrTo },
);

const fee = section(
  {
    name: name('Name of the fee'),
    ...change('fee', places.byMoney, places.money),
    shown: optional(choice('Where customers meet the fee; at billing where left out', feeDisplays)),
    per: optional(choice('What the amount is for; a month where left out', ['month', 'use'])),
  },
  { description: 'A separate fee', wants: 'a map with name and by or to', oneOf: byOrTo },
);

const credit = section(
  {
    amount: quantity('Goodwill for each customer and month', places.price),
    months: optional(certain('How many months it is paid; one where left out', places.monthCount)),
  },
  { description: 'Goodwill money', wants: 'a map with amount' },
);

const promise = section(
  optionals(everydayWordList, (word) =>
    section(change(`promise of ${word}`, places.byPoints, places.level), {
      description: `Promise of ${word}`,
      wants: 'a map with by or to',
      oneOf: byOrTo,
    }),
  ),
  {
    description: 'What is promised from now on',
    wants: 'a map of qualities',
    later: 'anything',
    anyOf: everydayWordList,
  },
);

const invest = section(
  {
    in: choice('Quality that improves, or where management believes it to count', [
      ...everydayWordList,
      steered,
    ]),
    by: quantity('Change of what is delivered', places.improvement),
    ramp: optional(certain('Time until it is complete; 1 month where left out', places.duration)),
    once: optional(quantity('Cost at the start', places.costOnce)),
    monthly: optional(quantity('Upkeep; without it a gain decays', places.cost)),
  },
  { description: 'A programme that improves what is delivered, or a cut', wants: 'a map with in and by' },
);

const announce = leaf<number | string | FileFree, Announcement>(
  orFree({ type: ['integer', 'string'] }),
  'Month customers are told; the first month in force where left out',
  'a month such as 3, or 2 months before',
  readAnnouncement,
);

const action = section(
  {
    at: month('First month in force'),
    announce: optional(announce),
    segments: optional(
      list(
        name('Name of a segment'),
        'Segments it applies to; all where left out',
        'a list of names',
        1,
        limits.segments,
      ),
    ),
    customers: optional(targetSchema),
    reason: optional(choice('Reason customers are given; none where left out', reasons)),
    price: optional(price),
    fee: optional(fee),
    credit: optional(credit),
    promise: optional(promise),
    invest: optional(invest),
    ...marketActions,
    staff: optional(staffSchema),
    ...serviceActions,
    listen: optional(listenSchema),
    notify: optional(
      leaf<boolean, boolean>({ type: 'boolean' }, 'A letter that changes nothing', 'true or false', readFlag),
    ),
  },
  {
    description: 'Something the firm does',
    wants: 'a map with at and what is done',
    anyOf: [
      'price',
      'fee',
      'credit',
      'promise',
      'invest',
      'staff',
      'listen',
      ...marketActionNames,
      ...serviceActionNames,
      'notify',
    ],
    later: ['target'],
  },
);

/** What we choose. */
export const planSchema = section(
  {
    name: name('Name of the plan'),
    actions: list(action, 'What is done', 'a list of actions', 1, limits.actions),
  },
  { description: 'What we choose', wants: 'a map with name and actions' },
);

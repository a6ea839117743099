import { Type } from 'typebox';
import { places } from './places.ts';
import { feedbacks, recognitions } from './scenario.ts';
import { byOrTo, change, choice, quantity } from './schema-leaves.ts';
import { section } from './schema-parts.ts';

const optional = Type.Optional;

const peak = section(
  {
    contacts: optional(quantity('Share of contacts that come in the peak', places.part)),
    hours: optional(quantity('Share of open hours that are the peak', places.part)),
    agents: optional(quantity('Share of agents’ hours worked in the peak', places.part)),
  },
  {
    description:
      'Busy hours; 60 % of contacts and 50 % of agents’ hours in 40 % of open hours where left out',
    wants: 'a map with contacts, hours or agents',
    anyOf: ['contacts', 'hours', 'agents'],
  },
);

/** The contact centre. */
export const operationsSchema = section(
  {
    agents: quantity('Agents on duty, on average over the open hours', places.agents),
    openHours: quantity('Hours in which contacts are answered', places.openHours),
    handleTime: quantity('Time an agent needs for a contact', places.seconds),
    contacts: quantity('Contacts of a customer as counted today, repeats included', places.contacts),
    patience: optional(quantity('Mean time after which callers hang up', places.seconds)),
    target: optional(quantity('Time within which a contact is to be answered', places.seconds)),
    peak: optional(peak),
    resolved: optional(quantity('Share of answered contacts that are resolved', places.share)),
    agentCost: optional(quantity('Cost of one more agent on duty; needed by staff actions', places.money)),
    turnover: optional(quantity('Share of agents who leave', places.turnover)),
  },
  {
    description: 'The contact centre; none where left out',
    wants: 'a map with agents, openHours, handleTime and contacts',
  },
);

const does = ['agents', 'recognise', 'empower', 'train', 'jobAids', 'feedback'] as const;

/** What is done for, or with, the people who serve. */
export const staffSchema = section(
  {
    agents: optional(
      section(change('number of agents on duty', places.byAgents, places.agents), {
        description: 'Agents on duty',
        wants: 'a map with by or to',
        oneOf: byOrTo,
      }),
    ),
    recognise: optional(choice('What good work is recognised for', recognitions)),
    empower: optional(
      section(change('share of what people may decide for themselves', places.byShare, places.share), {
        description: 'How far people may decide for themselves, from 0 to 1',
        wants: 'a map with by or to',
        oneOf: byOrTo,
      }),
    ),
    train: optional(quantity('Skill that is taught, as a share of its scale', places.part)),
    jobAids: optional(quantity('Share of the work that job aids and systems cover', places.share)),
    feedback: optional(choice('What feedback is used for', feedbacks)),
    once: optional(quantity('Cost at the start', places.costOnce)),
    monthly: optional(quantity('Upkeep; without it what is taught fades', places.cost)),
  },
  {
    description: 'Something done for, or with, the people who serve',
    wants: `a map with one of ${does.join(', ')}`,
    anyOf: does,
  },
);

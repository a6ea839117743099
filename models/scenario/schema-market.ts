import { Type } from 'typebox';
import { places } from './places.ts';
import { profileLevels, profileTraits } from './profile.ts';
import { certain, choice, quantity } from './schema-leaves.ts';
import { section } from './schema-parts.ts';

const optional = Type.Optional;

/** Part of a segment: what depends on use. */
export const usage = section(
  {
    share: quantity('Part of bill and service cost that depends on use', places.share),
    uses: optional(quantity('Uses a month at the start', places.uses)),
  },
  { description: 'Customers may use more or less', wants: 'a map with share' },
);

const level = (what: string) => optional(choice(`${what}; medium where left out`, profileLevels));

/** Part of a segment: its customers as people. */
export const profile = section(
  {
    economic: level('Purchasing power'),
    education: level('Education'),
    experience: level('Experience with such services'),
    exposure: level('How much they see of competitors'),
    demographic: level('Stage of life, from mobile to settled'),
  },
  { description: 'What is known of customers as people', wants: 'a map of traits', anyOf: profileTraits },
);

/** Part of a segment: further services. */
export const growth = section(
  {
    rate: quantity('Further services a customer takes each month', places.serviceRate),
    value: quantity('What a further service brings, less what it costs', places.money),
  },
  { description: 'Satisfied customers take further services', wants: 'a map with rate and value' },
);

/** Events of the world beside the competitor's price. */
export const marketEvents = {
  competitorService: section(
    { by: quantity('Points by which the competitor serves better', places.pointsMore) },
    { description: 'The competitor serves better', wants: 'a map with by' },
  ),
  economy: section(
    { by: quantity('Change of purchasing power', places.byPercent) },
    { description: 'Customers can afford more or less', wants: 'a map with by' },
  ),
};

/** Actions for newcomers, returners, and the firm's own ending of relationships. */
export const marketActions = {
  advocates: optional(
    section(
      {
        lift: quantity('Further referrals, as a share', places.lift),
        reward: optional(quantity('Paid for each referral; none where left out', places.moneyOnce)),
        once: optional(quantity('Cost at the start', places.moneyOnce)),
        monthly: optional(quantity('Cost while it lasts', places.money)),
      },
      { description: 'Special treatment of those who advocate', wants: 'a map with lift' },
    ),
  ),
  acquire: optional(
    section(
      {
        monthly: optional(quantity('More money for newcomers', places.cost)),
        months: optional(certain('How many months; to the end where left out', places.monthCount)),
        once: optional(quantity('More money in the first month', places.moneyOnce)),
      },
      {
        description: 'A larger budget for newcomers, or a smaller one',
        wants: 'a map with monthly or once',
        anyOf: ['monthly', 'once'],
      },
    ),
  ),
  winBack: optional(
    section(
      {
        by: quantity('Share of all leavers who are won back the month after', places.share),
        perReturn: optional(quantity('Cost of each who returns; none where left out', places.moneyOnce)),
      },
      { description: 'Winning back who has left', wants: 'a map with by' },
    ),
  ),
  separate: optional(
    section(
      {
        share: quantity('Share of customers whose relationship the firm ends', places.share),
        cost: optional(quantity('Cost of each; none where left out', places.moneyOnce)),
        of: optional(choice('Who goes first; anybody where left out', ['least valuable'])),
      },
      { description: 'The firm ends relationships', wants: 'a map with share' },
    ),
  ),
};

export const marketActionNames = ['advocates', 'acquire', 'winBack', 'separate'] as const;

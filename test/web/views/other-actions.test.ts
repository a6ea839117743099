import { describe, expect, test } from 'vitest';
import { createSituation, openChoice } from '../../../web/state/choice.ts';
import { openText } from '../../../web/state/documents.ts';
import type { Model } from '../../../web/state/session.ts';
import { describeOtherActions } from '../../../web/views/other-actions.ts';
import { createVerdictView } from '../../../web/views/verdict-view.ts';

const world = (actions: string) => `format: kept/1
title: Words
currency: EUR
months: 24
world:
  segments:
    - { name: Free, customers: 900, price: { mean: 40, spread: 30 % }, churn: 2 %/month, usage: { share: 20 %, uses: 4 /month } }
    - { name: Bound, customers: 100, price: 30, churn: 1 %/month, contract: { term: 24 months } }
  standards: { repair: { promise: 48 h, median: 30 h, spread: 1.8, cases: 0.05 /month } }
  operations: { agents: 2, openHours: 200 /month, handleTime: 300 s, contacts: 0.3 /month, agentCost: 5000 }
plans:
  - name: All of it
    actions:
${actions}
`;

async function situationOf(...actions: string[]) {
  const opening = await openText('words.yaml', world(actions.map((one) => `      - ${one}`).join('\n')));
  if (!opening.ok) throw new Error(JSON.stringify(opening.trouble));
  return createSituation(openChoice(opening.document));
}

async function linesOf(...actions: string[]) {
  const lines = describeOtherActions(await situationOf(...actions));
  return lines.map((line) => line.replaceAll(/[\u202f\u00a0]/g, ' '));
}

describe('what a plan does besides its fee', () => {
  test.each([
    ['credit: { amount: 5, months: 2 }', 'credit of €5.00 for 2 months'],
    ['notify: true', 'a letter'],
    ['promise: { empathy: { by: 1 } }', 'another promise of empathy'],
    ['invest: { in: tangibles, by: -0.5 }', 'invest in tangibles, −0.5 points'],
    [
      'invest: { in: what management believes, by: 1, once: 40000, monthly: 1200 }',
      'invest in what management believes, +1 points, €40,000 once, €1,200 a month',
    ],
    ['consistency: { by: -30 % }', 'spread of the service −30 %'],
    ['rootCauses: { by: -20 %, ramp: 6 months }', 'causes of failure −20 % over 6 months'],
    [
      'standard: { name: repair, promise: { to: 36 h }, median: { by: -20 % }, spread: { to: 1.5 }, clear: false }',
      '“repair” promised to 36 h, “repair” half of the time done −20 %, “repair” spread of times to 1.5, “repair” promised without a time',
    ],
    [
      'recover: { within: 24 h, compensation: 15, ownFault: true, followUp: true, ease: 50 %, limit: true, once: 500 }',
      'answer complaints anew, within 24 h, €15.00 each, owning the fault, asking afterwards, 50 % easier to make, claims checked, €500 once',
    ],
    ['guarantee: { pays: 20, standard: repair }', 'guarantee of “repair” pays €20.00'],
    ['guarantee: { pays: 20 }', 'guarantee pays €20.00'],
    [
      'listen: { by: [survey, visits], monthly: 3000, months: 12 }',
      'hear customers by survey, visits for 12 months, €3,000 a month',
    ],
    [
      'advocates: { reward: 25, lift: 30 %, monthly: 500 }',
      'thank advocates: referrals +30 %, €25.00 for each, €500 a month',
    ],
    [
      'acquire: { monthly: -2000, months: 6, once: 1000 }',
      'money for newcomers, €1,000 once, −€2,000 a month, for 6 months',
    ],
    ['winBack: { by: 10 %, perReturn: 40 }', 'win back 10 % of leavers at €40.00 each'],
    [
      'separate: { share: 2.5 %, cost: 30, of: least valuable }',
      'part with 2.5 % at €30.00 each, least valuable first',
    ],
    [
      'staff: { agents: { by: 1 }, recognise: prevention, empower: { to: 0.7 }, train: 20 %, jobAids: 40 %, feedback: to find fault }',
      'agents +1, recognise prevention, empowerment to 0.7, training, skill +20 %, job aids for 40 % of the work, feedback to find fault',
    ],
    ['segments: [Free], fee: { name: visit, to: 0.20, per: use }', 'fee “visit” to €0.20 a use (Free)'],
  ])('%s', async (action, words) => {
    expect(await linesOf(`{ at: 3, ${action} }`)).toEqual([`Month 3: ${words}`]);
  });

  test('no action is left without words', async () => {
    const lines = await linesOf('{ at: 2, guarantee: { pays: 20 } }', '{ at: 5, guarantee: { pays: 0 } }');
    expect(lines).toEqual(['Month 2: guarantee pays €20.00', 'Month 5: the guarantee ends']);
  });

  test('says for which segments and customers, where not for all', async () => {
    expect(
      await linesOf(
        '{ at: 4, segments: [Free], customers: { tenure: under 12 months, value: top 20 %, satisfaction: above 6.5 }, credit: { amount: 5 } }',
      ),
    ).toEqual([
      'Month 4: credit of €5.00 for 1 month (Free, here under 12 months, the 20 % who spend most, satisfaction above 6.5)',
    ]);
  });

  test('tells what the action on the fader does besides, and whom it spares', async () => {
    const action =
      '{ at: 4, price: { by: 8 % }, credit: { amount: 5 }, customers: { tenure: at least 24 months } }';
    expect(await linesOf(action)).toEqual([
      'Month 4: the fee, only for some (here at least 24 months)',
      'Month 4: credit of €5.00 for 1 month',
    ]);
    expect(await linesOf('{ at: 4, segments: [Free], price: { by: 8 % } }')).toEqual([]);
  });
});

describe('a plan that leaves the fee', () => {
  const results = { best: null, draws: null, drawsStale: false, curve: null, failure: null };

  test('is told by its name; a fee a use is not moved by the fader', async () => {
    const situation = await situationOf(
      '{ at: 3, segments: [Free], fee: { name: visit, to: 0.20, per: use } }',
    );
    expect(situation.target).toMatchObject({ of: 'price', actionIndex: 1 });
    expect(situation.percent).toBe(0);
    const model = { situation, results } as unknown as Model;
    expect(createVerdictView(model)).toMatchObject({ decision: 'All of it' });
    expect(createVerdictView(model).context.replaceAll('\u00a0', ' ')).toBe(
      'against doing nothing, 24 months',
    );
  });
});

import { describe, expect, test } from 'vitest';
import { explainScenario } from '../../../models/index.ts';
import { assumptionEdit, placeInFile, writtenValue } from '../../../web/decide/assumption-place.ts';
import {
  agentsEdits,
  investmentEdits,
  partsInRows,
  promisedEdits,
  promisedToday,
  readExtras,
  sparedEdits,
} from '../../../web/decide/plan-extras.ts';
import {
  type Choice,
  createSituation,
  openChoice,
  type Situation,
  withLevers,
} from '../../../web/state/choice.ts';
import { openText } from '../../../web/state/documents.ts';
import type { Edit } from '../../../web/state/edits.ts';
import { withLever } from '../../../web/state/levers.ts';
import { reviseChoice } from '../../../web/state/revise.ts';
import { describeOtherActions } from '../../../web/views/other-actions.ts';
import { smallScenario } from '../../support/small-scenario.ts';

async function open(text = smallScenario): Promise<Choice> {
  const opening = await openText('club.yaml', text);
  if (!opening.ok) throw new Error(opening.trouble.problems.map(({ message }) => message).join());
  return openChoice(opening.document);
}

/** The choice after one change, through the text of the file. */
async function revised(choice: Choice, edits: (situation: Situation) => readonly Edit[]): Promise<Choice> {
  const revision = await reviseChoice(choice, edits(createSituation(choice)));
  if (!revision.ok) throw new Error(revision.trouble.problems.map(({ message }) => message).join());
  return openChoice(revision.document, choice.planIndex);
}

const extras = (choice: Choice) => readExtras(createSituation(choice));

describe('more of the plan', () => {
  test('is as today where the file says nothing', async () => {
    expect(extras(await open())).toEqual({ spared: null, promised: null, investment: null, agents: null });
  });

  test('is written into the file and read back, and taken back to the same text', async () => {
    const start = await open();
    const spared = { tenureMonths: 60, until: 12 };
    const promised = { dimension: 'responsiveness', level: 6.5 } as const;
    const investment = { dimension: 'empathy', points: 1, once: 4000, monthly: 200 } as const;
    let choice = await revised(start, (now) => sparedEdits(now, spared));
    choice = await revised(choice, (now) => promisedEdits(now, promised));
    choice = await revised(choice, (now) => investmentEdits(now, investment));
    expect(extras(choice)).toEqual({ spared, promised, investment, agents: null });
    expect(createSituation(choice).plan.actions.map(({ at }) => at)).toEqual([4, 4, 4]);
    choice = await revised(choice, (now) => promisedEdits(now, { ...promised, level: 9 }));
    expect(extras(choice).promised?.level).toBe(9);
    choice = await revised(choice, (now) => investmentEdits(now, null));
    choice = await revised(choice, (now) => promisedEdits(now, null));
    choice = await revised(choice, (now) => sparedEdits(now, null));
    expect(createSituation(choice).plan).toEqual(createSituation(start).plan);
  });

  test('are not told twice: what has a row is no other action, unless it comes in another month', async () => {
    const promised = { dimension: 'responsiveness', level: 9 } as const;
    const investment = { dimension: 'empathy', points: 1, once: 0, monthly: 200 } as const;
    let choice = await revised(await open(), (now) => promisedEdits(now, promised));
    choice = await revised(choice, (now) => investmentEdits(now, investment));
    const others = (of: Choice) => {
      const situation = createSituation(of);
      return describeOtherActions(situation, partsInRows(situation));
    };
    expect(describeOtherActions(createSituation(choice))).toHaveLength(2);
    expect(others(choice)).toEqual([]);
    const later = await revised(choice, () => [{ path: ['plans', 0, 'actions', 1, 'at'], value: 7 }]);
    expect(others(later)).toHaveLength(1);
  });

  test('are compared with the document as it was opened, whatever was written into its text since', async () => {
    const start = await open();
    const { levers } = createSituation(start);
    const moved = withLevers(start, withLever(levers, 'noticeMonths', 2));
    const choice = await revised(moved, (now) => sparedEdits(now, { tenureMonths: 24, until: undefined }));
    const situation = createSituation(choice);
    expect(situation.levers.noticeMonths).toBe(2);
    expect(situation.openedLevers.noticeMonths).toBe(levers.noticeMonths);
    expect(situation.isChanged).toBe(true);
    expect(createSituation(start).isChanged).toBe(false);
    expect(createSituation(await revised(start, () => [{ path: ['seed'], value: 'other' }])).isChanged).toBe(
      false,
    );
  });

  test('counts agents where there is a contact centre, and leaves other work on staff alone', async () => {
    const centre =
      '  operations: { agents: 4, openHours: 200 /month, handleTime: 300 s, contacts: 0.35 /month, patience: 60 s to 180 s, agentCost: 4500 }\nplans:';
    const staff = '      - { at: 5, staff: { train: 10 % } }\n';
    let choice = await open(smallScenario.replace('plans:', centre) + staff);
    expect(extras(choice).agents).toEqual({ today: 4, planned: 4 });
    choice = await revised(choice, (now) => agentsEdits(now, 6));
    expect(extras(choice).agents).toEqual({ today: 4, planned: 6 });
    choice = await revised(choice, (now) => agentsEdits(now, null));
    expect(extras(choice).agents).toEqual({ today: 4, planned: 4 });
    expect(createSituation(choice).plan.actions[1].staff?.train).toBeDefined();
  });

  test('is left to the file where a row could not say it', async () => {
    const two = '      - { at: 5, promise: { empathy: { to: 6 }, reliability: { to: 6 } } }\n';
    expect(extras(await open(smallScenario + two)).promised).toBeUndefined();
  });

  test('knows what is promised today', async () => {
    const { promise, delivery } = promisedToday(createSituation(await open()), 'empathy');
    expect(promise).toBeGreaterThan(0);
    expect(delivery).toBeGreaterThan(0);
  });
});

describe('an assumption', () => {
  const rows = (choice: Choice) => explainScenario(choice.document.scenario);
  const rowAt = (choice: Choice, path: string) => rows(choice).find((row) => row.path === path)!;
  const written = (value: string) => ({ value, evidence: 'expert', source: 'asked around' });

  test.each([
    ['segments.Members.churn', '1 %/month to 3 %/month', 0.01, 0.03],
    ['segments.Members.price.mean', '44', null, null],
    ['assumptions.priceResponse', '0.5 to 2', 0.5, 2],
    ['market.competitorFollows', '10 % to 50 %', 0.1, 0.5],
    ['discountRate', '8 %/year', null, null],
  ])('at %s can be stated as %s', async (path, value, low80, high80) => {
    const choice = await open();
    const place = placeInFile(path, choice.document.scenario)!;
    const changed = await revised(choice, () => [assumptionEdit(place, written(value))]);
    expect(rowAt(changed, path)).toMatchObject({
      given: true,
      evidence: 'expert',
      source: 'asked around',
      low80,
      high80,
    });
  });

  test('is offered as the file would write it: most go back unchanged', async () => {
    const choice = await open();
    const editable = rows(choice).filter(
      ({ path, value }) => value !== null && path.startsWith('assumptions.'),
    );
    expect(editable.length).toBeGreaterThan(80);
    const edits = editable.map((row) =>
      assumptionEdit(placeInFile(row.path, choice.document.scenario)!, written(writtenValue(row))),
    );
    const changed = await revised(choice, () => edits);
    for (const { path, low80, value } of editable) {
      const now = rowAt(changed, path);
      expect(now.given, path).toBe(true);
      if (low80 === null) expect(now.value, path).toBeCloseTo(value!, 4);
      else expect(now.low80, path).toBeCloseTo(low80, 4);
    }
  });

  test('that is worked out, or decided, has no place', async () => {
    const { scenario } = (await open()).document;
    expect(placeInFile('plans.Ask for more.actions.0.price', scenario)).toBeNull();
    expect(placeInFile('segments.Members.tenure', scenario)).toBeNull();
  });
});

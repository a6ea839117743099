import { describe, expect, it } from 'vitest';
import { checkClaims } from '../../../models/analysis/claims.ts';
import { explainScenario } from '../../../models/scenario/explain.ts';
import { parseScenarioText } from '../../../models/scenario/parse.ts';
import { problemsOf, readParts } from '../../support/scenario-text.ts';
import { readFormatPage } from '../../support/shipped-files.ts';

const actions = '- { at: 2, price: { by: 8 % } }';
const lesson = (changes: { readonly [key: string]: string } = {}) => {
  const keys = {
    question: 'Who leaves?',
    predict: '{ ask: How many?, choices: [None, Some], answer: Some }',
    debrief: 'Some always do.',
    mechanisms: '[price, attrition]',
    claim: '[{ plan: do nothing, beats: Plan, on: leavers }]',
    ...changes,
  };
  const lines = Object.entries(keys).filter(([, value]) => value !== '');
  return `lesson:\n${lines.map(([key, value]) => `  ${key}: ${value}`).join('\n')}`;
};
const problems = (changes: { readonly [key: string]: string }) =>
  problemsOf({ top: lesson(changes), actions });

describe('a lesson', () => {
  it('is carried as it is written, and moves no number', () => {
    const scenario = readParts({ top: lesson(), actions });
    expect(scenario.lesson).toEqual({
      question: 'Who leaves?',
      predict: { ask: 'How many?', choices: ['None', 'Some'], answer: 'Some' },
      debrief: 'Some always do.',
      mechanisms: ['price', 'attrition'],
      claim: [{ plan: 'do nothing', beats: 'Plan', on: 'leavers' }],
    });
    expect(explainScenario(scenario)).toEqual(explainScenario(readParts({ actions })));
  });

  it('may fold a long debrief', () => {
    const folded = lesson({ debrief: '>-\n    One line\n    and another.' });
    expect(readParts({ top: folded, actions }).lesson?.debrief).toBe('One line and another.');
  });

  it.each([
    [
      { predict: '{ ask: How many?, choices: [None, Some], answer: All }' },
      'lesson.predict.answer "All" is none of the choices; write one of them word for word',
    ],
    [
      { predict: '{ ask: How many?, choices: [Some, Some], answer: Some }' },
      'lesson.predict.choices[1] "Some" stands twice in this list',
    ],
    [{ mechanisms: '[price, awarness]' }, 'lesson.mechanisms[1] expects one of'],
    [{ mechanisms: '[price, price]' }, 'lesson.mechanisms[1] "price" stands twice in this list'],
    [
      { claim: '[{ plan: Plam, beats: do nothing, on: profit }]' },
      'lesson.claim[0].plan no plan is called "Plam"; did you mean "Plan"?',
    ],
    [
      { claim: '[{ plan: Plan, beats: Plan, on: profit }]' },
      'lesson.claim[0].beats compares a plan with itself; name another',
    ],
    [{ claim: '[{ plan: Plan, beats: do nothing, on: luck }]' }, 'lesson.claim[0].on expects one of profit,'],
    [{ debrief: '' }, 'lesson.debrief is missing'],
  ])('with %j says what is wrong', (changes, message) => {
    const found = problems(changes as { readonly [key: string]: string });
    expect(found).toHaveLength(1);
    expect(found[0]).toContain(message);
  });
});

describe('the claims of a lesson', () => {
  const claims = (claim: string) => checkClaims(readParts({ top: lesson({ claim }), actions }));

  it('hold or do not, one by one, in every direction of better', () => {
    const pairs = ['profit', 'profit with equity', 'customers', 'leavers', 'satisfaction'].flatMap((on) => [
      `{ plan: Plan, beats: do nothing, on: ${on} }`,
      `{ plan: do nothing, beats: Plan, on: ${on} }`,
    ]);
    // A small rise pays; it costs customers and content.
    expect(claims(`[${pairs.join(', ')}]`)).toEqual([
      ...[true, false, true, false],
      ...[false, true, false, true, false, true],
    ]);
  });

  it('are those of the example on the page about the file, which hold', () => {
    const parsed = parseScenarioText(readFormatPage().example);
    if (!parsed.ok) throw new Error('the example is no scenario');
    expect(checkClaims(parsed.scenario)).toEqual([true]);
  });

  it('are none without a lesson', () => {
    expect(checkClaims(readParts({ actions }))).toEqual([]);
  });
});

import { describe, expect, it } from 'vitest';
import {
  createBestVerdict,
  createVerdict,
  englishFormats,
  formatChance,
  formatVerdict,
  type VerdictFormats,
} from '../../../models/analysis/verdict.ts';
import { bestFigures, impactResult, summary } from '../../support/results.ts';

const plainSpaces: VerdictFormats = { number: englishFormats.number, space: ' ' };

const over = (...args: [Parameters<typeof createVerdict>[0], ReturnType<typeof impactResult>, number?]) =>
  formatVerdict(createVerdict(args[0], args[1], args[2] ?? 1000, plainSpaces));
const atBest = (kind: 'increase' | 'cut' | 'plan', figures: ReturnType<typeof bestFigures>) =>
  formatVerdict(createBestVerdict(kind, figures, plainSpaces));

describe('createVerdict', () => {
  it('is one sentence: break-even, expected loss with its 80 % interval, chance of loss', () => {
    expect(over('increase', impactResult())).toBe(
      'You can lose 9.1 % of these customers before this increase stops paying; ' +
        'expect 6.2 % (80 %: 4.1 to 9.8); chance of loss 14 %.',
    );
  });

  it('marks the chance of loss, and nothing else, as loss', () => {
    const losses = createVerdict('increase', impactResult(), 1000, plainSpaces).filter(
      (p) => p.kind === 'loss',
    );
    expect(losses).toEqual([{ text: 'chance of loss 14 %', kind: 'loss' }]);
  });

  it('asks a cut to keep customers', () => {
    const cut = impactResult({
      breakEvenAttrition: summary(-0.084),
      attrition: summary(-0.021, -0.035, 0.002),
      chanceOfLoss: 0.972,
    });
    expect(over('cut', cut)).toBe(
      'This cut must keep 8.4 % more of these customers before it pays; ' +
        'expect to keep 2.1 % more (80 %: −0.2 to 3.5); chance of loss 97 %.',
    );
  });

  it('says when a plan pays, or does not, at any loss of customers', () => {
    const pays = impactResult({
      breakEvenAttrition: null,
      breakEvenNulls: { 'always pays': 1000, 'never pays': 0 },
      attrition: summary(0.0014, 0.0004, 0.0019),
      chanceOfLoss: 0,
    });
    expect(over('increase', pays)).toBe(
      'This increase pays over these months, whatever it does to customer numbers; ' +
        'expect to lose 0.14 % (80 %: 0.04 to 0.19); chance of loss below 1 %.',
    );
    const never = impactResult({
      breakEvenAttrition: null,
      breakEvenNulls: { 'always pays': 0, 'never pays': 1000 },
      chanceOfLoss: 1,
    });
    expect(over('plan', never)).toContain('This plan does not pay, whatever it does to customer numbers; ');
    expect(over('plan', never)).toContain('chance of loss above 99 %.');
  });

  it('counts the runs without a break-even instead of dropping them', () => {
    const some = impactResult({ breakEvenNulls: { 'always pays': 100, 'never pays': 20 } });
    expect(over('increase', some)).toContain(
      'stops paying (no break-even in 120 of 1000 runs); expect 6.2 % (',
    );
    const asides = createVerdict('increase', some, 1000).filter(({ kind }) => kind === 'aside');
    expect(asides).toEqual([{ text: ' (no break-even in 120 of 1000 runs)', kind: 'aside' }]);
    const most = impactResult({ breakEvenNulls: { 'always pays': 90, 'never pays': 620 } });
    expect(over('increase', most)).toContain(
      'In 620 of 1000 runs this increase does not pay, whatever it does to customer numbers; expect to lose 6.2 %',
    );
  });

  it('says that nothing changes when nothing does', () => {
    const still = impactResult({ attrition: summary(0), profit: summary(0), revenue: summary(0) });
    expect(over('plan', still)).toBe('This plan changes nothing.');
  });

  it('does not call a plan that costs money and moves nobody unchanged', () => {
    const costs = impactResult({ attrition: summary(0), revenue: summary(0), profit: summary(-5000) });
    expect(over('plan', costs)).not.toContain('changes nothing');
  });

  it('speaks of no break-even where nobody is moved', () => {
    const still = { revenue: summary(0), profit: summary(-5000), chanceOfLoss: 0.48 };
    expect(over('plan', impactResult({ ...still, attrition: summary(0) }))).toBe(
      'This plan moves none of today’s customers; chance of loss 48 %.',
    );
    const few = summary(0.00001, -0.00002, 0.00004);
    expect(over('plan', impactResult({ ...still, attrition: few }))).toContain(
      'moves next to none of today’s',
    );
    const some = summary(0.00001, -0.00002, 0.00006);
    expect(over('plan', impactResult({ ...still, attrition: some }))).toContain('expect 0.00 %');
  });

  it('carries the words beyond the evidence with the reason', () => {
    const far = impactResult({ beyondEvidence: ['a price change of 75 %'] });
    expect(over('increase', far)).toMatch(/14 %\. Beyond the evidence: a price change of 75 %\.$/);
    const further = impactResult({ beyondEvidence: ['a price change of 75 %', 'six years', 'seven'] });
    expect(over('increase', further)).toMatch(/a price change of 75 %, and 2 more\.$/);
  });

  it('keeps a number and its percent sign together by default', () => {
    expect(formatVerdict(createVerdict('increase', impactResult(), 1000))).toContain('9.1\u202f%');
  });
});

describe('createBestVerdict', () => {
  it('has no interval and says that it stands at best values', () => {
    expect(atBest('increase', bestFigures())).toBe(
      'You can lose 9.2 % of these customers before this increase stops paying; at best values expect 5.8 %.',
    );
  });

  it('names a loss', () => {
    const parts = createBestVerdict('increase', bestFigures({ profit: -10 }), plainSpaces);
    expect(formatVerdict(parts)).toMatch(/expect 5\.8 %, and a loss\.$/);
    expect(parts.filter((part) => part.kind === 'loss')).toEqual([{ text: 'a loss', kind: 'loss' }]);
  });

  it('has wording for each reason a break-even may lack', () => {
    const lacking = { breakEvenAttrition: null, attrition: -0.01 };
    expect(atBest('cut', bestFigures({ ...lacking, breakEvenReason: 'never pays' }))).toBe(
      'This cut does not pay, whatever it does to customer numbers; at best values expect to keep 1.0 % more.',
    );
    expect(atBest('plan', bestFigures({ ...lacking, breakEvenReason: 'always pays' }))).toContain(
      'This plan pays over these months, whatever',
    );
    expect(atBest('plan', bestFigures({ ...lacking, breakEvenReason: 'nothing changes' }))).toBe(
      'This plan changes nothing.',
    );
  });
});

describe('createBestVerdict of a plan that moves nobody', () => {
  it('tells gain from loss', () => {
    expect(atBest('plan', bestFigures({ attrition: 0, profit: -10 }))).toBe(
      'At best values this plan moves none of today’s customers: a loss.',
    );
    expect(atBest('plan', bestFigures({ attrition: 0, profit: 10 }))).toMatch(/: a gain\.$/);
  });
});

describe('formatChance', () => {
  it.each([
    [0, 'below 1 %'],
    [0.0049, 'below 1 %'],
    [0.005, '1 %'],
    [0.5, '50 %'],
    [0.9949, '99 %'],
    [0.995, 'above 99 %'],
  ])('writes %d as %s', (chance, text) => {
    expect(formatChance(chance, 1000, plainSpaces)).toBe(text);
  });

  it.each([
    [0, 50, 'below 6 %'],
    [1, 100, 'above 97 %'],
    [0.2, 50, '20 %'],
    [0, 1, 'unknown after 1 draw'],
  ])('says no more of %d than %d draws can show', (chance, draws, text) => {
    expect(formatChance(chance, draws, plainSpaces)).toBe(text);
  });
});

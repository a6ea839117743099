import { describe, expect, it } from 'vitest';
import { didYouMean, editDistance, proposedWord, suggestWord } from '../../../models/core/did-you-mean.ts';
import fc from '../../support/properties.ts';

describe('editDistance', () => {
  it.each([
    ['kitten', 'sitting', 3],
    ['saturday', 'sunday', 3],
    ['', 'abc', 3],
    ['churn', 'chrun', 1],
    ['ca', 'abc', 3],
    ['price', 'price', 0],
  ])('from %s to %s is %d', (from, to, distance) => {
    expect(editDistance(from, to)).toBe(distance);
  });

  it('is the same both ways and 0 only for equal words', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 12 }), fc.string({ maxLength: 12 }), (a, b) => {
        expect(editDistance(a, b)).toBe(editDistance(b, a));
        expect(editDistance(a, b) === 0).toBe(a === b);
      }),
    );
  });
});

describe('suggestWord', () => {
  const keys = ['churn', 'customers', 'costToServe', 'price'];

  it.each([
    ['chrun', 'churn'],
    ['custmers', 'customers'],
    ['cost_to_serve', 'costToServe'],
    ['COSTTOSERVE', 'costToServe'],
    ['prices', 'price'],
  ])('takes %s for %s', (written, meant) => {
    expect(suggestWord(written, keys)).toBe(meant);
  });

  it.each(['colour', 'x', '', 'c'.repeat(100)])('has no suggestion for %s', (written) => {
    expect(suggestWord(written, keys)).toBeUndefined();
  });

  it('ends a message, or says nothing', () => {
    expect(didYouMean('chrun', keys)).toBe('; did you mean "churn"?');
    expect(didYouMean('colour', keys)).toBe('');
  });
});

describe('proposedWord', () => {
  it('finds the word that a message proposes, whatever it is made of', () => {
    for (const word of ['churn', 'Two: years', 'a "quoted" word']) {
      const typed = `${word}x`;
      expect(proposedWord(`is no key here${didYouMean(typed, [word])}`)).toBe(word);
    }
    expect(proposedWord('is no key here; known are a, b')).toBeUndefined();
  });
});

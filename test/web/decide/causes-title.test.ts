import { describe, expect, test } from 'vitest';
import { causesTitle } from '../../../web/decide/causes-title.ts';

const money = (amount: number) => `$${Math.round(Math.abs(amount))}k`;
const cause = (name: string, profit: number) => ({ name, title: name, profit, customersLost: 0 });
const title = (...causes: (readonly [string, number])[]) =>
  causesTitle(
    causes.map(([name, profit]) => cause(name, profit)),
    money,
  );

describe('the title over the causes', () => {
  test('says what the fee brings and how much of it those who leave take back', () => {
    const said = title(
      ['priceCollected', 487],
      ['priceResponse', -189],
      ['fairness', -78],
      ['wordOfMouth', -58],
    );
    expect(said).toBe('The fee brings $487k; those who leave take two thirds of it back');
  });

  test('blames the programme where that is what costs', () => {
    expect(title(['priceCollected', 100], ['programmeCost', -48], ['priceResponse', -2])).toBe(
      'The fee brings $100k; what the plan costs takes half of it back',
    );
  });

  test('counts those who never come where they weigh as much as those who leave', () => {
    expect(title(['priceCollected', 100], ['signUps', -20], ['priceResponse', -14])).toContain(
      'those who leave and those who never come take a third',
    );
  });

  test('blames those who leave alone only where next to nothing else costs', () => {
    expect(title(['priceCollected', 574], ['priceResponse', -74], ['signUps', -24], ['quality', 7])).toBe(
      'The fee brings $574k; those who leave and those who never come take a sixth of it back',
    );
    expect(title(['priceCollected', 100], ['priceResponse', -20], ['programmeCost', -13])).toBe(
      'The fee brings $100k; all else takes a third of it back',
    );
  });

  test('does not contradict a plan that loses more than it brings', () => {
    expect(title(['priceCollected', 100], ['priceResponse', -180])).toBe(
      'The fee brings $100k; those who leave take more than all of it back',
    );
  });

  test('says so where nothing takes it back, and where the rest adds to it', () => {
    expect(title(['priceCollected', 100], ['priceResponse', -1])).toContain('next to nothing takes it back');
    expect(title(['priceCollected', 100], ['quality', 30])).toBe(
      'The fee brings $100k, and all else adds $30k',
    );
  });

  test('names the one cause that counts most where no price is raised', () => {
    expect(title(['programmeCost', -90], ['quality', 40])).toBe(
      'Largest loss: programmeCost, $90k; other causes bring back two fifths of it',
    );
    expect(title(['quality', 90], ['programmeCost', -40])).toBe(
      'Largest gain: quality, $90k; other causes take back two fifths of it',
    );
  });

  test('says which way it goes where the other causes weigh more together', () => {
    expect(title(['programmeCost', -64], ['quality', 40], ['wordOfMouth', 35])).toBe(
      'Largest loss: programmeCost, $64k; other causes bring in more than that',
    );
    expect(title(['quality', 64], ['programmeCost', -40], ['recovery', -35])).toBe(
      'Largest gain: quality, $64k; other causes cost more than that',
    );
  });

  test('says nothing of causes where there are none', () => {
    expect(title()).toBe('The plan neither brings nor costs anything');
  });
});

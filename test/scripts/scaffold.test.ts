import { describe, expect, it } from 'vitest';
import { scaffoldMechanism } from '../../scripts/scaffold.ts';

describe('the scaffold of a mechanism', () => {
  it('names files, description and function after the mechanism', () => {
    const { files, steps } = scaffoldMechanism('seasonal-demand', 'Seasonal demand');
    expect(files.map(({ path }) => path)).toEqual([
      'models/mechanisms/seasonal-demand.ts',
      'test/models/mechanisms/seasonal-demand.test.ts',
    ]);
    expect(files[0].text).toContain('export const seasonalDemandDescription');
    expect(files[0].text).toContain('export function actSeasonalDemand(');
    expect(steps.join('\n')).toContain("actSeasonalDemand: 'seasonal-demand'");
  });

  it('starts with a test that fails until the description is written', () => {
    const [mechanism, test] = scaffoldMechanism('habit', 'Habit').files;
    expect(mechanism.text).toContain("equation: ''");
    expect(test.text).toContain("not.toBe('')");
  });

  it.each([
    ['SeasonalDemand', 'Seasonal demand', 'is not kebab-case'],
    ['../escape', 'Escape', 'is not kebab-case'],
    ['habit', ' ', 'the title is missing'],
  ])('refuses %s, %s', (name, title, message) => {
    expect(() => scaffoldMechanism(name, title)).toThrow(message);
  });
});

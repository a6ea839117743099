import { describe, expect, test } from 'vitest';
import { type Place, readPlace, writePlace } from '../../../web/state/place.ts';

describe('an address', () => {
  test.each<Place>([
    { room: 'decide' },
    { room: 'teach', scenario: 'lessons/the-surge.yaml', view: 'reveal' },
    { room: 'analyse', scenario: 'telco-fee-increase.yaml', plan: 'Raise 8 %, keep & answer = promise' },
    { room: 'decide', scenario: 'server plans/fee #2.yaml' },
  ])('leads back to where it was written: %o', (place) => {
    expect(readPlace(writePlace(place))).toEqual({
      scenario: undefined,
      plan: undefined,
      view: undefined,
      ...place,
    });
  });

  test('keeps the folders of a file legible', () => {
    expect(writePlace({ room: 'teach', scenario: 'lessons/the-surge.yaml' })).toBe(
      '#/teach?scenario=lessons/the-surge.yaml',
    );
  });

  test.each(['', '#', '#verdict', '#kept1=abc', '#/', '#/kitchen', '#/decide/more'])(
    '%j names no room',
    (hash) => {
      expect(readPlace(hash)).toBeNull();
    },
  );
});

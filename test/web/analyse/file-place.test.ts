import { describe, expect, it } from 'vitest';
import { findPlace } from '../../../web/analyse/file-place.ts';

/** The place of the bar in a text. */
function placeOf(marked: string) {
  const offset = marked.indexOf('|');
  const text = marked.replace('|', '');
  const { path, role, from, present, flow } = findPlace(text, offset);
  return { path: path.join('.'), role, word: text.slice(from, offset), present: [...present].sort(), flow };
}

const world = `format: kept/1
# a comment: with a colon
world:
  segments:
    - name: A
      churn: 2 %/month
    - name: B
`;

describe('the place in a file', () => {
  it('is a key of the map that the indentation says', () => {
    expect(placeOf(`${world}      cu|`)).toEqual({
      path: 'world.segments.[1]',
      role: 'key',
      word: 'cu',
      present: ['name'],
      flow: false,
    });
    expect(placeOf(`${world}|`)).toMatchObject({ path: '', role: 'key', present: ['format', 'world'] });
    expect(placeOf(`${world}  |`)).toMatchObject({ path: 'world', present: ['segments'] });
  });

  it('knows the keys on both sides, of this entry alone', () => {
    const text = 'world:\n  segments:\n    - name: A\n      |\n      churn: 1 %\n    - customers: 2\n';
    expect(placeOf(text).present).toEqual(['churn', 'name']);
  });

  it('is the value after a key', () => {
    expect(placeOf('currency: EU|')).toMatchObject({ path: 'currency', role: 'value', word: 'EU' });
    expect(
      placeOf('plans:\n  - name: "A: b"\n    actions:\n      - at: 4\n        reason: c|'),
    ).toMatchObject({
      path: 'plans.[0].actions.[0].reason',
      role: 'value',
      word: 'c',
    });
  });

  it('goes into braces and brackets, over several lines too', () => {
    const action = 'plans:\n  - name: A\n    actions:\n      - { at: 4, reason: cost, price: { by: 8 %, ph|';
    expect(placeOf(action)).toMatchObject({
      path: 'plans.[0].actions.[0].price',
      role: 'key',
      word: 'ph',
      present: ['by'],
      flow: true,
    });
    expect(placeOf('a:\n  - { at: 4, segments: [One, "Two, too", Th|')).toMatchObject({
      path: 'a.[0].segments.[2]',
      role: 'value',
      word: 'Th',
    });
    expect(placeOf('price: { mean: 3,\n  spread: 1|')).toMatchObject({ path: 'price.spread', word: '1' });
    expect(placeOf('price: { mean: 3 }\nti|')).toMatchObject({ path: '', role: 'key', word: 'ti' });
  });

  it('is not misled by quotes, comments and blocks of text', () => {
    expect(placeOf('title: "{ a: ["\nse|')).toMatchObject({ path: '', word: 'se' });
    expect(placeOf('price: 4 # { not open\nse|')).toMatchObject({ path: '', word: 'se' });
    expect(placeOf('lesson:\n  question: >\n    why: { not\n  st|')).toMatchObject({
      path: 'lesson',
      word: 'st',
    });
    expect(placeOf("title: 'It''s'\nmonths: |")).toMatchObject({ path: 'months', role: 'value' });
    expect(placeOf('lists:\n- a: 1\n  b|')).toMatchObject({ path: 'lists.[0]', role: 'key', word: 'b' });
  });

  it('is found anywhere in any text without an error', () => {
    for (let offset = 0; offset <= world.length; offset++)
      expect(findPlace(world, offset).from).toBeLessThanOrEqual(offset);
  });
});

import { describe, expect, it } from 'vitest';
import { canonicalJson, digestOf } from '../../../models/core/digest.ts';
import fc from '../../support/properties.ts';

describe('digestOf', () => {
  it('is SHA-256: the published digests of the empty object and of "abc" in quotes', () => {
    // Computed with sha256sum: printf '{}' and printf '"abc"'.
    expect(digestOf({})).toBe('44136fa355b3678a1146ad16f7e8649e94fb4fc21fe77e8310c060f61caaff8a');
    expect(digestOf('abc')).toBe('6cc43f858fbb763301637b5af970e2a46b46f461f27e5a0f41e009c59b827b25');
  });

  it('does not depend on the order of keys, but on that of lists', () => {
    expect(digestOf({ a: 1, b: [2, 3] })).toBe(digestOf({ b: [2, 3], a: 1 }));
    expect(digestOf([2, 3])).not.toBe(digestOf([3, 2]));
  });
});

describe('canonicalJson', () => {
  it('sorts keys, leaves undefined out and writes no white space', () => {
    expect(canonicalJson({ b: 1, a: { d: [true, null], c: 'x"y' }, e: undefined })).toBe(
      '{"a":{"c":"x\\"y","d":[true,null]},"b":1}',
    );
  });

  it('says what JSON.parse reads back', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        const plain = JSON.parse(JSON.stringify(value));
        expect(JSON.parse(canonicalJson(value))).toEqual(plain);
        expect(digestOf(plain)).toBe(digestOf(value));
      }),
    );
  });

  it.each([[Number.NaN], [Number.POSITIVE_INFINITY], [() => 1], [Symbol('x')], [undefined]])(
    'refuses %s',
    (value) => {
      expect(() => canonicalJson(value)).toThrow(expect.objectContaining({ code: 'invalid-argument' }));
    },
  );
});

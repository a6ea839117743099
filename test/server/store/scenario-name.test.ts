import { describe, expect, it } from 'vitest';
import { explainName, foldName, numberName } from '../../../server/store/scenario-name.ts';
import fc, { runs } from '../../support/properties.ts';

describe('explainName', () => {
  it.each([
    'fee.yaml',
    'fee.yml',
    'fee.json',
    'lessons/advocates.yaml',
    'a/b/c.yaml',
    'Raise 8 %.yaml',
    '%2e%2e.yaml',
    'Gebühr.yaml',
    '料金.yaml',
    'con-sumers.yaml',
    'common.yaml',
    `${'a'.repeat(115)}.yaml`,
  ])('takes %j', (name) => {
    expect(explainName(name)).toBeUndefined();
  });

  it.each([
    ['', 'empty'],
    ['/fee.yaml', 'empty'],
    ['a//fee.yaml', 'empty'],
    ['../fee.yaml', 'begins with a full stop'],
    ['a/../fee.yaml', 'begins with a full stop'],
    ['./fee.yaml', 'begins with a full stop'],
    ['.fee.yaml', 'begins with a full stop'],
    ['.kept/lock.yaml', 'begins with a full stop'],
    ['．．/fee.yaml', 'begins with a full stop'],
    ['‥/fee.yaml', 'begins with a full stop'],
    ['a\\fee.yaml', 'character'],
    ['a／fee.yaml', 'character'],
    ['C:fee.yaml', 'character'],
    ['fee.yaml\0.json', 'character'],
    ['fee\n.yaml', 'character'],
    ['fee\u202elmay.yaml', 'character'],
    ['fee\u200b.yaml', 'character'],
    ['fee\u00a0.yaml', 'character'],
    ['fee\ud800.yaml', 'character'],
    ['\u2028.yaml', 'character'],
    ['fee?.yaml', 'character'],
    ['fee.yaml ', 'space'],
    [' fee.yaml', 'space'],
    ['a /fee.yaml', 'space'],
    ['a./fee.yaml', 'full stop'],
    ['fee.yaml.', 'full stop'],
    ['e\u0301.yaml', 'NFC'],
    ['a/b/c/d.yaml', '4 parts'],
    [`${'a'.repeat(116)}.yaml`, 'too long'],
    [`${'ü'.repeat(60)}.yaml`, 'too long'],
    ['con.yaml', 'Windows'],
    ['CON.x.yaml', 'Windows'],
    ['com1.yaml', 'Windows'],
    ['com¹.yaml', 'Windows'],
    ['nul/fee.yaml', 'Windows'],
    ['aux .yaml', 'Windows'],
    ['fee.txt', 'ends otherwise'],
    ['fee', 'ends otherwise'],
    ['fee.YAML', 'ends otherwise'],
    ['scenario.schema.json', 'schema'],
    ['fee.yaml/x.yaml', 'a folder has the ending'],
  ])('refuses %j, as it is not what some system takes it for', (name, why) => {
    expect(explainName(name)).toContain(why);
  });

  it('takes no name that leads out of a folder, is hidden, or names two folders at once', () => {
    const piece = fc.oneof(
      fc.constantFrom('a', 'b/', 'é'),
      fc.constantFrom(
        '..',
        '.',
        '/',
        '\\',
        '%2e',
        '%2f',
        'a',
        'A',
        '．',
        '／',
        '\0',
        '\u202e',
        ' ',
        'con',
        '.yaml',
      ),
      fc.string({ unit: 'binary', maxLength: 3 }),
    );
    const names = fc.array(piece, { maxLength: 6 }).map((pieces) => `${pieces.join('')}.yaml`);
    let taken = 0;
    fc.assert(
      fc.property(names, (name) => {
        if (explainName(name) !== undefined) return;
        taken++;
        const parts = name.split('/');
        expect(parts.length).toBeLessThanOrEqual(3);
        for (const part of [...parts, ...parts.map((each) => each.normalize('NFKC'))]) {
          expect(part).toMatch(/^[^./\\\p{C} ][^/\\\p{C}]*$/u);
          expect(part).toMatch(/[^. ]$/);
        }
      }),
      runs(600),
    );
    expect(taken).toBeGreaterThan(50);
  });
});

describe('foldName', () => {
  it.each([
    ['Fee.yaml', 'fee.yaml'],
    ['STRASSE.yaml', 'straße.yaml'],
    ['ﬁne.yaml', 'fine.yaml'],
    ['ΣΟΣ.yaml', 'σος.yaml'],
    ['K.yaml', 'k.yaml'],
    ['É.yaml', 'e\u0301.yaml'],
    ['ﬀ.yaml', 'FF.yaml'],
  ])('takes %j and %j for one', (one, other) => {
    expect(foldName(one)).toBe(foldName(other));
  });

  it('tells different names apart', () => {
    expect(foldName('fee.yaml')).not.toBe(foldName('fée.yaml'));
    expect(foldName('fee.yaml')).not.toBe(foldName('fee.yml'));
  });
});

describe('numberName', () => {
  it('puts the number before the ending', () => {
    expect(numberName('lessons/fee.v1.yaml', 2)).toBe('lessons/fee.v1 2.yaml');
  });

  it('goes on counting where a copy is copied', () => {
    expect(numberName('fee 2.yaml', 3)).toBe('fee 3.yaml');
    expect(numberName('fee 2027.yaml', 2)).toBe('fee 2027 2.yaml');
  });
});

import { describe, expect, it } from 'vitest';
import type { Option } from '../../../server/cli/command.ts';
import { parseArguments, parseWhole } from '../../../server/cli/parse-arguments.ts';

const options: readonly Option[] = [
  { name: 'draws', value: 'N', meaning: '' },
  { name: 'plan', value: 'NAME', meaning: '', repeats: true },
  { name: 'json', meaning: '' },
];
const parse = (...args: string[]) => parseArguments(args, options);

describe('parseArguments', () => {
  it('sorts options and operands in any order', () => {
    const args = parse('a.yaml', '--draws', '20', '-', '--json', '--plan=-8 %', '--plan', 'Up');
    expect(args.operands).toEqual(['a.yaml', '-']);
    expect(args.valuesOf('draws')).toEqual(['20']);
    expect(args.valuesOf('plan')).toEqual(['-8 %', 'Up']);
    expect([args.has('json'), args.has('help')]).toEqual([true, false]);
  });

  it('takes everything after two dashes as a file', () => {
    expect(parse('--', '--json').operands).toEqual(['--json']);
  });

  it.each([
    [['--drwas', '2'], 'unknown option --drwas; did you mean "draws"?'],
    [['-x'], 'unknown option -x'],
    [['--json=yes'], '--json takes no value'],
    [['--draws'], '--draws needs a value: --draws N'],
    [['--plan='], '--plan needs a value: --plan NAME'],
    [['--plan', '--json'], '--plan needs a value: --plan NAME'],
    [['--draws', '1', '--draws', '2'], '--draws is given twice'],
  ])('refuses %j', (args, message) => {
    expect(() => parse(...args)).toThrow(message);
  });
});

describe('parseWhole', () => {
  const bounds = { name: '--draws', lowest: 1, highest: 100 };

  it('takes whole numbers up to both bounds', () => {
    expect([parseWhole('1', bounds), parseWhole('100', bounds)]).toEqual([1, 100]);
  });

  it.each(['0', '101', '1.5', '1e2', '-3', '', 'many', '0x10', '99999999999999999999', ' 5'])(
    'refuses %j and names the bounds',
    (written) => {
      expect(() => parseWhole(written, bounds)).toThrow(/--draws must be a whole number from 1 to 100/);
    },
  );
});

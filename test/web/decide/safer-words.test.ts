import { expect, test } from 'vitest';
import { type FoundWay, wayWords } from '../../../web/decide/safer-words.ts';
import { createSituation, openChoice } from '../../../web/state/choice.ts';
import { openText } from '../../../web/state/documents.ts';
import { smallScenario } from '../../support/small-scenario.ts';

const plain = (text: string) => text.replaceAll('\u202f', ' ');
const one = { estimate: 0, mean: 0, standardError: 0 };
const figures = { profitRange: { low80: 0, high80: 0 } };

async function wordsOf(price: string, value: number | string, kind: FoundWay['kind'] = 'smaller') {
  const opening = await openText('club.yaml', smallScenario.replace('{ by: 10 % }', price));
  if (!opening.ok) throw new Error('the scenario is valid');
  const edits = [{ path: ['plans', 0, 'actions', 0, 'price', 'by'], value }];
  const way = { kind, found: true, words: 'in words', edits, figures, profitGivenUp: one };
  return plain(wayWords(way as unknown as FoundWay, createSituation(openChoice(opening.document))));
}

test('a smaller change is told by the size that the fader would show', async () => {
  expect(await wordsOf('{ by: 10 % }', '4.2 %')).toBe('raise by 4.2 % instead');
  expect(await wordsOf('{ by: 4 }', 2)).toBe('raise by 5.0 % instead');
  expect(await wordsOf('{ to: 44 }', 41)).toBe('raise by 2.5 % instead');
  expect(await wordsOf('{ by: -10 % }', '-4 %')).toBe('cut by 4.0 % instead');
});

test('a range, and whatever else is changed, keeps its words', async () => {
  expect(await wordsOf('{ by: 8 % to 12 % }', '4 % to 6 %')).toBe('in words');
  expect(await wordsOf('{ by: 10 % }', 7, 'later')).toBe('in words');
});

import { expect, test } from 'vitest';
import { FileController } from '../../../web/analyse/file-controller.ts';
import { type Choice, openChoice } from '../../../web/state/choice.ts';
import { openText } from '../../../web/state/documents.ts';
import type { Revised } from '../../../web/state/moves.ts';
import { smallScenario } from '../../support/small-scenario.ts';

const element = {
  ...{ addController() {}, removeController() {}, requestUpdate() {} },
  updateComplete: Promise.resolve(true),
};

async function begin() {
  const opening = await openText('club.yaml', smallScenario);
  if (!opening.ok) throw new Error('the small scenario is valid');
  let choice: Choice = openChoice(opening.document);
  const revised: Revised[] = [];
  const file = new FileController(element, {
    choice: () => choice,
    revise: (each) => revised.push(each),
    undo() {},
  });
  file.hostUpdate();
  await expect.poll(() => file.valid?.text).toBe(smallScenario);
  return {
    ...{ file, revised, opened: opening.document },
    change(part: Partial<Choice>) {
      choice = { ...choice, ...part };
      file.hostUpdate();
    },
  };
}

test('what is written and no valid file yet outlives a change of what is looked at', async () => {
  const { file, change } = await begin();
  const broken = smallScenario.replace('format', 'formt');
  file.write(broken);
  change({ planIndex: 0 });
  await expect.poll(() => file.problems.length).toBeGreaterThan(0);
  change({ planIndex: 0 });
  await new Promise((resolve) => setTimeout(resolve, 300));
  expect(file.written).toBe(broken);
});

test('a document remembers how it was opened, whoever changes its text', async () => {
  const { file, revised, opened } = await begin();
  file.write(`${smallScenario}# a word\n`);
  await expect.poll(() => revised.length).toBe(1);
  expect(revised[0].document.opened).toBe(opened);
});

test('what is typed into one document while another opens is no text of the other', async () => {
  const { file, revised, change } = await begin();
  const other = await openText('other.yaml', smallScenario.replace('price: 40', 'price: 99'));
  if (!other.ok) throw new Error('the small scenario is valid');
  change({ document: other.document });
  file.write(`${smallScenario}# typed into the first\n`);
  await expect.poll(() => file.valid?.key).toBe(other.document.key);
  await new Promise((resolve) => setTimeout(resolve, 500));
  expect(revised).toEqual([]);
  expect(file.written).toContain('price: 99');
});

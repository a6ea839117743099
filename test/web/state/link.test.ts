import { describe, expect, test } from 'vitest';
import { parseScenario } from '../../../models/index.ts';
import { createSituation, openChoice, withLevers } from '../../../web/state/choice.ts';
import { openText, writeChoice } from '../../../web/state/documents.ts';
import { withLever } from '../../../web/state/levers.ts';
import { readLink, writeLink } from '../../../web/state/link.ts';
import { fragmentOf, payload, withFlip } from '../../support/damaged-links.ts';
import fc, { runs } from '../../support/properties.ts';
import { listShippedFiles, readShippedFile } from '../../support/shipped-files.ts';
import { brokenScenario, smallScenario } from '../../support/small-scenario.ts';

const shared = { file: 'club.yaml', planIndex: 0, content: smallScenario };

async function expectRefused(fragment: string, title: RegExp) {
  const opening = await readLink(fragment);
  if (opening.ok) throw new Error('it opened');
  expect(opening.trouble.title).toMatch(title);
  expect(opening.trouble.advice).toContain('The scenario that was open is still open');
  return opening.trouble;
}

describe('a link', () => {
  test.each(listShippedFiles())('carries %s there and back, byte for byte, and is short', async (file) => {
    const content = readShippedFile(file);
    const name = file.slice(file.lastIndexOf('/') + 1);
    const fragment = await writeLink({ file: name, planIndex: 0, content });
    expect(fragment).toMatch(/^#kept1=[\w-]+$/);
    expect(fragment.length).toBeLessThan(8_000);
    const opening = await readLink(fragment);
    if (!opening.ok) throw new Error(opening.trouble.title);
    expect(await opening.document.text()).toBe(content);
    expect(opening.document).toMatchObject({ file: name, group: 'own' });
    const parsed = await parseScenario(content, name);
    expect(opening.document.scenario).toEqual(parsed.ok && parsed.scenario);
  });

  test('tells what the scenario was made of, if of anything', async () => {
    const of = 'server plans/club.yaml';
    expect(await readLink(await writeLink({ ...shared, of }))).toMatchObject({ ok: true, of });
    expect(await readLink(await writeLink(shared))).toMatchObject({ ok: true, of: null });
    const strange = payload(smallScenario, { file: 'club.yaml', plan: 0, of: { no: 'key' } });
    expect(await readLink(await fragmentOf(strange))).toMatchObject({ ok: true, of: null });
  });

  test('that is older and does not tell it was made of the file of its name', async () => {
    const older = payload(smallScenario, { file: 'club.yaml', plan: 0 });
    expect(await readLink(await fragmentOf(older))).toMatchObject({ ok: true, of: 'club.yaml' });
  });

  test('carries any text', async () => {
    // A scenario with a comment that is anything: what YAML does not take comes back as the list of problems.
    const comment = fc.string({ unit: 'binary', maxLength: 400 });
    await fc.assert(
      fc.asyncProperty(comment, async (written) => {
        const content = `${smallScenario}# ${written}\n`;
        const opening = await readLink(await writeLink({ ...shared, content }));
        const asFile = await openText('club.yaml', content);
        expect(opening.ok).toBe(asFile.ok);
        if (opening.ok) expect(await opening.document.text()).toBe(content);
        else expect(opening.trouble.problems).toEqual(!asFile.ok && asFile.trouble.problems);
      }),
      runs(200),
    );
  });

  test('carries what was set, and the plan that is looked at', async () => {
    const content = readShippedFile('telco-fee-increase.yaml');
    const opening = await openText('telco.yaml', content);
    if (!opening.ok) throw new Error();
    const untouched = openChoice(opening.document, 1);
    const moved = withLever(createSituation(untouched).levers, 'noticeMonths', 3);
    const choice = withLevers(untouched, moved);
    const { document, planIndex } = choice;
    const written = { file: document.file, planIndex, content: await writeChoice(choice) };
    const there = await readLink(await writeLink(written));
    if (!there.ok) throw new Error(there.trouble.title);
    expect(there.planIndex).toBe(1);
    const shown = createSituation(openChoice(there.document, there.planIndex));
    expect(shown.plan).toEqual(createSituation(choice).plan);
    expect(shown.levers).toEqual(moved);
  });

  test('is read as well when a mail program broke or ended it', async () => {
    const fragment = await writeLink(shared);
    const broken = `${fragment.slice(0, 90)}%0D%0A%20${fragment.slice(90)}.`;
    expect((await readLink(broken)).ok).toBe(true);
  });

  test.each([
    '../../etc/passwd',
    'a/b.yaml',
    '.yaml',
    'run.exe',
    'a\u202Elmay.yaml',
    `${'a'.repeat(200)}.yaml`,
    '',
  ])('that names its file %j opens under a plain name', async (file) => {
    const opening = await readLink(await writeLink({ ...shared, file }));
    expect(opening.ok && opening.document.file).toBe('scenario.yaml');
  });
});

describe('a damaged link', () => {
  test('with one character changed never opens as another scenario', async () => {
    const fragment = await writeLink(shared);
    const length = fragment.length - '#kept1='.length;
    let opened = 0;
    for (let index = 0; index < length; index++) {
      const opening = await readLink(withFlip(fragment, index, 1 + (index % 63)));
      if (!opening.ok) expect(opening.trouble.title).toBe('The link is damaged.');
      else {
        opened++;
        expect(await opening.document.text()).toBe(smallScenario);
      }
    }
    // Bits that fill up the last byte of the stream and the last character stand for nothing.
    expect(opened).toBeLessThanOrEqual(2);
  });

  test('cut anywhere is told to be damaged', async () => {
    const fragment = await writeLink(shared);
    for (let length = '#kept1='.length; length < fragment.length; length++) {
      await expectRefused(fragment.slice(0, length), /^The link is damaged\.$/);
    }
  });

  test('of any bytes is refused in words', async () => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 300 }), async (bytes) => {
        const data = btoa(String.fromCharCode(...bytes))
          .replaceAll('+', '-')
          .replaceAll('/', '_');
        await expectRefused(`#kept1=${data}`, /damaged/);
      }),
      runs(300),
    );
  });

  test.each([
    ['wrong UTF-8', payload(new Uint8Array([0xff, 0xfe, 0x80]))],
    ['no head', payload('', 'format: kept/1')],
    ['a head that is a list', payload(smallScenario, '[]')],
    ['a head that is nothing', payload(smallScenario, 'null')],
    ['a plan before the first', payload(smallScenario, { file: 'a.yaml', plan: -1 })],
    ['a plan after the last', payload(smallScenario, { file: 'a.yaml', plan: 7 })],
    ['a plan that is no number', payload(smallScenario, { file: 'a.yaml', plan: 'first' })],
    ['a file that is no text', payload(smallScenario, { file: {}, plan: 0 })],
  ])('with %s is refused', async (_, content) => {
    await expectRefused(await fragmentOf(content), /damaged/);
  });

  test('of another version says so', async () => {
    const fragment = await writeLink(shared);
    await expectRefused(fragment.replace('#kept1', '#kept2'), /another version/);
  });

  test('with what is no scenario lists what is wrong, line by line', async () => {
    const trouble = await expectRefused(
      await fragmentOf(payload(brokenScenario)),
      /The scenario of the link has \d/,
    );
    expect(trouble.problems.map(({ line }) => line)).toContain(8);
    expect(trouble.problems.map(({ path }) => path).join()).toContain('prize');
    await expectRefused(await fragmentOf(payload('[['.repeat(200_000))), /The scenario of the link has/);
  });
});

test('a bomb is refused before it is inflated', async () => {
  const bomb = await fragmentOf(payload(new Uint8Array(64 * 1024 * 1024)));
  expect(bomb.length).toBeGreaterThan(60_000);
  await expectRefused(bomb, /larger than 2 MiB/);
});

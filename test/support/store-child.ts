import process from 'node:process';
import { etagOf } from '../../server/store/entity-tag.ts';
import { FolderInUse, takeLock } from '../../server/store/lock.ts';
import { openScenarioStore } from '../../server/store/scenario-store.ts';
import { writeCounted } from './counted-content.ts';

/** What a process started by a test does: `lock FOLDER` or `save FOLDER NAME FIRST`. Says it on stdout, line by line. */
const [task, folder, name, first] = process.argv.slice(2);

// The test ends it by a signal or by closing its input.
process.stdin.resume().on('end', () => process.exit());

if (task === 'lock') await lock();
if (task === 'save') await save();

async function lock(): Promise<void> {
  try {
    await takeLock(folder);
    say('has it');
  } catch (error) {
    if (!(error instanceof FolderInUse)) throw error;
    say(`held by ${error.holder?.pid}`);
  }
}

/** Saves one counted content after the other, each on top of the last, and says the number of each that is saved. */
async function save(): Promise<void> {
  const store = await openScenarioStore({ folder });
  let etag: string | undefined;
  for (let count = Number(first); ; count++) {
    const bytes = writeCounted(count);
    etag ??= await store.read(name).then(
      (found) => found.etag,
      () => undefined,
    );
    await store.save(
      name,
      bytes,
      etag === undefined ? { kind: 'absent' } : { kind: 'present', etags: [etag] },
    );
    etag = etagOf(bytes);
    say(String(count));
  }
}

function say(line: string): void {
  process.stdout.write(`${line}\n`);
}

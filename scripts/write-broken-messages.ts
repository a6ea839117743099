// Rewrites the expected messages of the broken scenario files; say in the commit why they changed:
//   npx tsx scripts/write-broken-messages.ts
import { writeFileSync } from 'node:fs';
import { allMessages, messagesFile } from '../test/support/broken-files.ts';

writeFileSync(messagesFile, allMessages());

// Makes a fresh clone ready: `node scripts/setup.mjs [build] [browser]`. Installs nothing twice, builds nothing twice.
// The version check stands alone, in syntax that an old Node still reads, so that it can tell its user what is wrong.
import { requireNode } from './setup/require-node.mjs';

if (requireNode(process.versions.node)) {
  import('./setup/command.mjs').then((command) => command.runSetup(process.argv.slice(2)));
}

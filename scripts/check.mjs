// Everything that must hold before a change is shared: node scripts/check.mjs (npm run check).
import { requireNode } from './setup/require-node.mjs';

if (requireNode(process.versions.node)) {
  import('./check/command.mjs').then((command) => command.runChecks());
}

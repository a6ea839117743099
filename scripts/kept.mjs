#!/usr/bin/env node
// The command `kept`: brings the build up to date, then hands over to it.
import { requireNode } from './setup/require-node.mjs';

if (requireNode(process.versions.node)) {
  import('./setup/command.mjs')
    .then((command) => command.runSetup(['build']))
    .then((ready) => {
      if (!ready) return undefined;
      process.setSourceMapsEnabled(true);
      return import(new URL('../dist/server/kept.js', import.meta.url).href);
    });
}

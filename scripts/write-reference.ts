// Writes the generated pages of docs/reference: npm run reference
import { mkdirSync, writeFileSync } from 'node:fs';
import { formatLoops, formatMechanisms } from './reference.ts';

const folder = new URL('../docs/reference/', import.meta.url);
mkdirSync(folder, { recursive: true });
writeFileSync(new URL('mechanisms.md', folder), formatMechanisms());
writeFileSync(new URL('loops.md', folder), formatLoops());

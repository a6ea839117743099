// Writes the generated pages of docs/reference: npm run reference
import { mkdirSync, writeFileSync } from 'node:fs';
import { formatLoops, formatMechanisms } from './reference.ts';
import { formatEquations } from './reference-equations.ts';
import { formatKeys } from './reference-keys.ts';
import { formatNumbers } from './reference-numbers.ts';

const folder = new URL('../docs/reference/', import.meta.url);
mkdirSync(folder, { recursive: true });
writeFileSync(new URL('mechanisms.md', folder), formatMechanisms());
writeFileSync(new URL('equations.md', folder), formatEquations());
writeFileSync(new URL('loops.md', folder), formatLoops());
writeFileSync(new URL('keys.md', folder), formatKeys());
writeFileSync(new URL('numbers.md', folder), await formatNumbers());

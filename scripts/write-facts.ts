// Writes docs/facts.md, the facts of the literature with what Kept measures: npm run facts
import { writeFileSync } from 'node:fs';
import { formatFacts } from '../test/facts/facts.ts';

writeFileSync(new URL('../docs/facts.md', import.meta.url), formatFacts());

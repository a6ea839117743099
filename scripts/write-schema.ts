// Writes the published JSON Schemas of scenario files and of results: npm run schema
import { writeFileSync } from 'node:fs';
import { scenarioJsonSchema } from '../models/scenario/json-schema.ts';

const target = new URL('../scenarios/scenario.schema.json', import.meta.url);
writeFileSync(target, `${JSON.stringify(scenarioJsonSchema(), null, 2)}\n`);

await import('./write-result-schema.ts');

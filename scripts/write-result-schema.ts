// Writes the published JSON Schema of results: npm run schema
import { writeFileSync } from 'node:fs';
import { resultSchema } from '../models/analysis/result-schema.ts';

const target = new URL('../scenarios/result.schema.json', import.meta.url);
writeFileSync(target, `${JSON.stringify(resultSchema, null, 2)}\n`);

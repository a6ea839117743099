// Writes the published JSON Schemas of results and of concentration reports: npm run schema
import { writeFileSync } from 'node:fs';
import { concentrationSchema } from '../models/analysis/concentration-schema.ts';
import { resultSchema } from '../models/analysis/result-schema.ts';

for (const [file, schema] of [
  ['result.schema.json', resultSchema],
  ['concentration.schema.json', concentrationSchema],
] as const) {
  const target = new URL(`../scenarios/${file}`, import.meta.url);
  writeFileSync(target, `${JSON.stringify(schema, null, 2)}\n`);
}

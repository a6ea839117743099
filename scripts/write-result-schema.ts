// Writes the published JSON Schemas of what the commands print: npm run schema
import { writeFileSync } from 'node:fs';
import { concentrationSchema } from '../models/analysis/concentration-schema.ts';
import { optimumSchema } from '../models/analysis/optimum-schema.ts';
import { resultSchema } from '../models/analysis/result-schema.ts';

for (const [file, schema] of [
  ['result.schema.json', resultSchema],
  ['concentration.schema.json', concentrationSchema],
  ['optimum.schema.json', optimumSchema],
] as const) {
  const target = new URL(`../scenarios/${file}`, import.meta.url);
  writeFileSync(target, `${JSON.stringify(schema, null, 2)}\n`);
}

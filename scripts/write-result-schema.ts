// Writes the published JSON Schemas of what commands print as JSON: npm run schema
import { writeFileSync } from 'node:fs';
import { attributionSchema } from '../models/analysis/attribution-schema.ts';
import { concentrationSchema } from '../models/analysis/concentration-schema.ts';
import { optimumSchema } from '../models/analysis/optimum-schema.ts';
import { resultSchema } from '../models/analysis/result-schema.ts';
import { safeSchema } from '../models/analysis/safe-schema.ts';
import { sensitivitySchema } from '../models/analysis/sensitivity-schema.ts';
import { sweepSchema } from '../models/analysis/sweep-schema.ts';

for (const [file, schema] of [
  ['result.schema.json', resultSchema],
  ['concentration.schema.json', concentrationSchema],
  ['optimum.schema.json', optimumSchema],
  ['safe.schema.json', safeSchema],
  ['attribution.schema.json', attributionSchema],
  ['sensitivity.schema.json', sensitivitySchema],
  ['sweep.schema.json', sweepSchema],
] as const) {
  const target = new URL(`../scenarios/${file}`, import.meta.url);
  writeFileSync(target, `${JSON.stringify(schema, null, 2)}\n`);
}

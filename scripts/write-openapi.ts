// Writes the published description of the API: npm run openapi
import { writeFileSync } from 'node:fs';
import { formatOpenapi } from './openapi.ts';

writeFileSync(new URL('../docs/reference/openapi.json', import.meta.url), await formatOpenapi());

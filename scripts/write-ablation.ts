// Writes docs/ablation.md, what each channel of the model does to a plan: npm run ablation
import { writeFileSync } from 'node:fs';
import { channels } from '../test/ablation/channels.ts';
import { measureChannels } from '../test/ablation/measure.ts';
import { formatAblation } from '../test/ablation/page.ts';

writeFileSync(
  new URL('../docs/ablation.md', import.meta.url),
  formatAblation(await measureChannels(channels)),
);

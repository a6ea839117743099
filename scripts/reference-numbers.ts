import { readFileSync } from 'node:fs';
import { medianOf } from '../models/core/distributions.ts';
import { type ListedQuantity, parseScenario } from '../models/index.ts';
import { describeBelief } from '../models/scenario/explain.ts';
import { listQuantities } from '../models/scenario/list-quantities.ts';

/** A file that leaves out everything it may: what stands there then are the defaults. */
const sparse = `format: kept/1
title: Defaults
world:
  operations: { agents: 2, openHours: 200 /month, handleTime: 300 s, contacts: 0.3 /month }
  segments:
    - { name: Everyone, customers: 1000, price: 100, churn: 2 %/month, contract: { term: 12 months } }
plans:
  - name: Plan
    actions:
      - { at: 1, invest: { in: reliability, by: 1 } }
      - { at: 1, advocates: { lift: 10 % } }
      - { at: 1, acquire: { monthly: 100 } }
      - { at: 1, winBack: { by: 1 % } }
      - { at: 1, separate: { share: 1 % } }
      - { at: 1, listen: { by: [survey, focus groups, visits] } }
      - { at: 1, recover: { ownFault: true } }
      - { at: 1, rootCauses: { by: -1 % } }
      - { at: 1, consistency: { by: -1 % } }
`;

/** Every number that a file may state, with unit, bounds and what stands where it is left out. */
export async function formatNumbers(): Promise<string> {
  const page = readFileSync(new URL('../docs/scenario-file.md', import.meta.url), 'utf8');
  const full = await listNumbers(/^```yaml\n(.*?)^```/ms.exec(page)?.[1] ?? '');
  const defaults = await listNumbers(sparse);
  const keys = [...new Set([...full.keys(), ...defaults.keys()])];
  const rows = keys.map((key) => {
    const { meaning, unit, bounds } = (full.get(key) ?? defaults.get(key))!;
    const left = defaults.get(key)?.quantity;
    const standing = left && !left.given ? [describe(left), left.evidence, left.source ?? ''] : ['', '', ''];
    return `| ${[`\`${key}\``, meaning, unit, bounds.map(write).join(' to '), ...standing].join(' | ')} |`;
  });
  return `<!-- Written by \`npm run reference\` from models/scenario; edit listed quantities and defaults there. -->

# Numbers of the scenario file

Each number that a file may state beside the [parameters](mechanisms.md): unit, the bounds outside which it has no meaning, and
what stands where it is left out, with evidence and source. Names of your own are written \`<…>\`. Defaults that follow the
price are those of a price of 100.

| number | meaning | unit | bounds | where left out | evidence | source |
|---|---|---|---|---|---|---|
${rows.join('\n')}
`;
}

async function listNumbers(text: string): Promise<Map<string, ListedQuantity>> {
  const parsed = await parseScenario(text, 'reference');
  if (!parsed.ok) throw new Error(parsed.problems.map(({ message }) => message).join('\n'));
  const { world, plans, inputs } = parsed.scenario;
  const own = [
    ...[...world.segments, ...plans, ...inputs, ...(world.standards ?? [])].map(({ name }) => name),
    ...world.segments.flatMap(({ fees }) => fees.map(({ name }) => name)),
  ];
  const listed = listQuantities(parsed.scenario).filter(({ id }) => !id.includes('assumptions'));
  return new Map(
    listed.map((entry) => [
      entry.id
        .split('.')
        .map((part) => (own.includes(part) ? '<name>' : /^\d+$/.test(part) ? '<n>' : part))
        .join('.'),
      entry,
    ]),
  );
}

function describe({ belief }: ListedQuantity['quantity']): string {
  if (belief.kind === 'fixed') return `${belief.value}`;
  if (belief.kind === 'interval')
    return `${short(medianOf(belief))} (${short(belief.low)} to ${short(belief.high)})`;
  return belief.kind === 'formula' ? belief.text : describeBelief(belief);
}

function short(value: number): string {
  return `${Number(value.toPrecision(4))}`;
}

function write(bound: number): string {
  if (Number.isFinite(bound)) return `${bound}`;
  return bound < 0 ? '−∞' : '∞';
}

import { medianOf, quantileOf } from '../models/core/distributions.ts';
import { mechanismLinks } from '../models/engine/mechanism-links.ts';
import type { MechanismDescription, ParameterDescription } from '../models/mechanisms/description.ts';
import { mechanisms } from '../models/mechanisms/index.ts';
import { describeBelief } from '../models/scenario/explain.ts';

const note = '<!-- Written by `npm run reference` from models/mechanisms; edit the descriptions there. -->\n';

/** The page of mechanisms: what each does, what it reads and writes, and every parameter with what it rests on. */
export function formatMechanisms(): string {
  const sections = mechanisms.map(formatMechanism);
  return `${note}\n# Mechanisms and their parameters\n
One mechanism is one file in \`models/mechanisms\`, and this page is its description as data. A parameter is set under
\`assumptions\`, for the whole world or for one segment. A range in a file is the 10th to the 90th percentile, here as
there. Evidence is *assumed*, *expert* (a cited figure), *fitted* or *backtested* (estimated on public price rises).
\n${sections.join('\n')}`;
}

function formatMechanism(mechanism: MechanismDescription): string {
  const { title, name, equation, source, reads, writes, example, parameters } = mechanism;
  const rows = parameters.map(formatParameter);
  const table = rows.length === 0 ? '' : `\n${tableHead}\n${rows.join('\n')}\n`;
  return `## ${title}

\`models/mechanisms/${name}.ts\` · ${capitalise(source)}.

\`\`\`text
${equation.split('; ').join('\n')}
\`\`\`

${example}

Reads ${formatNames(reads)}. Writes ${formatNames(writes)}.
${table}`;
}

const tableHead =
  '| parameter | meaning | best | 80 % range | distribution | bounds | evidence | source |\n|---|---|---|---|---|---|---|---|';

function formatParameter(parameter: ParameterDescription): string {
  const { name, symbol, meaning, unit, bounds, evidence, source } = parameter;
  const belief = parameter.default;
  const certain = belief.kind === 'fixed';
  const range = certain ? '' : `${short(quantileOf(belief, 0.1))} to ${short(quantileOf(belief, 0.9))}`;
  const best = `${short(medianOf(belief))}${unit === '1' ? '' : ` ${unit}`}`;
  const label = symbol === '' ? `\`${name}\`` : `\`${name}\` (${symbol})`;
  const cells = [
    label,
    meaning,
    best,
    range,
    describeBelief(belief),
    bounds.map(short).join(' to '),
    evidence,
    source,
  ];
  return `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`;
}

function short(value: number): string {
  return `${Number(value.toPrecision(3))}`;
}

function formatNames(names: readonly string[]): string {
  return names.length === 0 ? 'nothing' : names.map((name) => `\`${name}\``).join(', ');
}

function capitalise(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** The causal-loop diagram: an arrow from the mechanism that writes a state to each that reads it. */
export function formatLoops(): string {
  const arrows = mechanismLinks().map(
    ({ from, to, carries }) => `  ${nodeOf(from)} -->|${carries.join(', ')}| ${nodeOf(to)}`,
  );
  const nodes = mechanisms.map(({ name, title }) => `  ${nodeOf(name)}["${title}"]`);
  const plan = mechanisms
    .filter(({ reads }) => reads.some((name) => name.startsWith('schedule.')))
    .map(({ name }) => `  plan --> ${nodeOf(name)}`);
  return `${note}\n# What drives what\n
Drawn from what mechanisms say they read and write; a test runs each of them on a state that notes what is touched and
holds the descriptions to it. Arrows carry the state that passes between two mechanisms. *Plan and world* is what a
month sets: prices, fees, notices, promises, programmes.

\`\`\`mermaid
flowchart LR
  plan(["Plan and world"])
${[...nodes, ...plan, ...arrows].join('\n')}
\`\`\`
`;
}

function nodeOf(name: string): string {
  return name.replaceAll('-', '_');
}

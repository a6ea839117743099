// Writes docs/lessons.md: what each lesson asks and claims, and how surely its claims hold: npm run lessons
import { writeFileSync } from 'node:fs';
import { checkClaims } from '../models/index.ts';
import { shippedScenarios } from './shipped-scenarios.ts';

const draws = 200;

const rows = shippedScenarios.flatMap(({ file, scenario }) => {
  const { lesson } = scenario;
  if (!lesson) return [];
  const outcomes = Array.from({ length: draws }, (_, draw) => checkClaims(scenario, draw));
  const claims = lesson.claim.map(({ plan, beats, on }, k) => {
    const share = outcomes.filter((held) => held[k]).length / draws;
    return `| | ${plan} beats ${beats} on ${on} | ${(100 * share).toFixed(0)} % |`;
  });
  return [`| **${scenario.title}** · \`${file}\` | *${lesson.question}* | |`, ...claims];
});

const page = `<!-- Written by \`npm run lessons\` from scenarios/lessons. -->

# Lessons

Scenarios that teach: a question, a prediction to make before the run, plans to compare, and a debrief that names the
mechanisms. What a lesson claims holds at best values, which a test checks; the last column is the share of ${draws} draws in
which it holds as well. A claim of 60 % is a tendency, one of 95 % can be taught as a rule of this model. The firms are
made up.

| lesson | question and claims | holds in |
|---|---|---|
${rows.join('\n')}
`;

writeFileSync(new URL('../docs/lessons.md', import.meta.url), page);

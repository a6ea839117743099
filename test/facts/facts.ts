import { expectationFacts } from './expectation-facts.ts';
import { type Fact, factRow } from './fact.ts';
import { financeFacts } from './finance-facts.ts';
import { hazardFacts } from './hazard-facts.ts';
import { peopleFacts } from './people-facts.ts';
import { priceFacts } from './price-facts.ts';
import { serviceFacts } from './service-facts.ts';
import { talkFacts } from './talk-facts.ts';

/** All facts, in order of their number. */
export const facts: readonly Fact[] = [
  ...expectationFacts,
  ...priceFacts,
  ...hazardFacts,
  ...serviceFacts,
  ...peopleFacts,
  ...talkFacts,
  ...financeFacts,
].sort((a, b) => Number(a.id.slice(1)) - Number(b.id.slice(1)));

/** The page `docs/facts.md`. */
export function formatFacts(): string {
  const evidence = facts.filter(({ kind }) => kind === 'evidence').length;
  return `<!-- Written by \`npm run facts\` from test/facts; edit the facts there. -->

# What a correct model must show

Facts that the literature of services, pricing and churn agrees on, each measured on Kept at its default parameters and
best values whenever the tests run. ${evidence} of ${facts.length} could have come out otherwise (*evidence*); the rest follow from a definition
or an input and only show that it is computed rightly (*definition*). Where a fact had to be restated to be true of the
model, the page says how.

| fact | claim | measured | must hold | kind |
|---|---|---|---|---|
${facts.map(factRow).join('\n')}
`;
}

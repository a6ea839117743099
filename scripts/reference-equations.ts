import type { MechanismDescription } from '../models/mechanisms/description.ts';
import { mechanisms } from '../models/mechanisms/index.ts';

const preface = `<!-- Written by \`npm run reference\`; edit the descriptions in models/mechanisms. -->

# Equations

The whole model on one page, in the order of the month. Symbols are explained where they first appear; every parameter's
range, evidence and source stands in [mechanisms](mechanisms.md). Points are on scales of 0 to 10; *sd* is one standard
deviation of satisfaction between customers; all rates are per month.

## The frame

\`\`\`text
customers(t) = customers(t − 1) − leavers(t) + joiners(t)
H = A·u·lock·[(1 − ν) + ν·M],   h = 1 − exp(−H)
M = price · level · wake-up · satisfaction · trust · failures · word of mouth     (each exactly 1 at the start)
\`\`\`

- *A* is solved in each segment so that month 1 of doing nothing loses exactly the observed churn, averaged over
  frailty *u* and contracts: Σ w·f·(1 − exp(−A·u·lock)) = churn.
- Frailty *u* and price sensitivity *s* are lognormal with mean 1 on Gauss–Hermite nodes; frailty and tenure are joined as
  in a stationary population, w ∝ a(u)·c(tenure)·exp(−A·u·tenure), fitted to both margins.
- Newcomers up to the number of leavers take places in proportion to weight × baseline hazard, any more by weight: a
  segment in balance keeps its churn for ever while each cohort's hazard falls.
- Everything starts in its own steady state and acts only by its difference from it.
- Present values: Σ x(t)/(1 + i)^t with (1 + i)^12 = 1 + discount rate.

`;

/** Every equation of the month with its symbols. */
export function formatEquations(): string {
  return preface + mechanisms.map(formatSection).join('\n');
}

function formatSection(mechanism: MechanismDescription): string {
  const { title, equation, parameters } = mechanism;
  const symbols = parameters
    .filter(({ symbol }) => symbol !== '')
    .map(({ symbol, meaning, name }) => `*${symbol}* ${lowerFirst(meaning)} (\`${name}\`)`);
  const legend = symbols.length === 0 ? '' : `\nwhere ${symbols.join('; ')}.\n`;
  return `## ${title}\n\n\`\`\`text\n${equation.split('; ').join('\n')}\n\`\`\`\n${legend}`;
}

function lowerFirst(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1);
}

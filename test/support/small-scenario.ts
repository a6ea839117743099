/** A scenario of one small segment, with comments worth keeping; its runs take no time. */
export const smallScenario = `# A club that asks for more
format: kept/1
title: Club fee
currency: EUR
start: 2027-01
months: 24
seed: "club"
world:
  segments:
    - name: Members            # all alike
      customers: 900
      price: 40
      churn: { best: 2 %/month, range: 1.5 %/month to 2.6 %/month, evidence: expert, source: "last year" }
      costToServe: 12 to 16
plans:
  - name: Ask for more
    actions:
      # told in the spring letter
      - { at: 4, announce: 2, reason: cost, price: { by: 10 % } }
`;

export const brokenScenario = `format: kept/1
title: Club fee
months: 24
world:
  segments:
    - name: Members
      customers: 900
      prize: 40
      churn: 2 %
plans:
  - name: Ask for more
    actions:
      - { at: 40, price: { by: 10 % } }
`;

/** A comment of so many characters that hardly get smaller when they are packed, and the same every time. */
export function longComment(length: number): string {
  let state = 1;
  const sign = () => {
    state = (state * 48_271) % 2_147_483_647;
    return String.fromCharCode(48 + (state % 75));
  };
  return `# ${Array.from({ length }, sign).join('')}\n`;
}

import { readFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import { type ChurnEstimate, estimateChurn, readingDoubt } from './telco/churn.ts';
import {
  type Customer,
  contracts,
  internetServices,
  readCustomers,
  tenureCapMonths,
} from './telco/customers.ts';
import { type FrailtyFit, fitFrailty, type Lifetimes } from './telco/frailty.ts';

/** Segment of the Telco scenario as the table gives it. */
export interface TelcoSegment {
  readonly name: string;
  readonly contract: Customer['contract'];
  readonly internet: Customer['internet'];
  readonly customers: number;
  readonly price: { readonly mean: number; readonly spread: number };
  readonly tenure: readonly { readonly months: number; readonly share: number }[];
  readonly churn: ChurnEstimate;
  /** Spread of the hazard among customers, where lifetimes tell it. */
  readonly frailty?: { readonly best: number; readonly low: number; readonly high: number };
}

/** Upper ends of the tenure groups, in months; the last group takes the rest. */
const tenureGroups = {
  'Month-to-month': [6, 24, 48],
  'One year': [48],
  'Two year': [48],
} as const;

/** Share of a segment below which a tenure group is not worth cells of its own. */
const smallestGroup = 0.05;

const names = {
  contract: { 'Month-to-month': 'Month-to-month', 'One year': 'One year', 'Two year': 'Two year' },
  internet: { DSL: 'DSL', 'Fiber optic': 'fiber', No: 'phone only' },
} as const;

/** The nine segments, contract by internet service, in the order of the scenario file. */
export function deriveSegments(customers: readonly Customer[]): TelcoSegment[] {
  return contracts.flatMap((contract) => {
    const ofContract = customers.filter((customer) => customer.contract === contract);
    const frailty = estimateFrailty(
      internetServices.map((internet) =>
        lifetimesOf(ofContract.filter((customer) => customer.internet === internet)),
      ),
    );
    return internetServices.map((internet) => {
      const members = ofContract.filter((customer) => customer.internet === internet);
      return {
        name: `${names.contract[contract]} ${names.internet[internet]}`,
        contract,
        internet,
        customers: members.length,
        price: summarisePrice(members),
        tenure: groupTenure(members, tenureGroups[contract]),
        churn: estimateChurn(members),
        ...(frailty === undefined ? {} : { frailty }),
      };
    });
  });
}

/** Mean price a month and its coefficient of variation. */
function summarisePrice(members: readonly Customer[]): { mean: number; spread: number } {
  const mean = members.reduce((sum, { pricePerMonth }) => sum + pricePerMonth, 0) / members.length;
  const variance =
    members.reduce((sum, { pricePerMonth }) => sum + (pricePerMonth - mean) * (pricePerMonth - mean), 0) /
    members.length;
  return { mean, spread: Math.sqrt(variance) / mean };
}

/** Mean tenure and share of each group among those still here; a group too small to matter joins the one before. */
function groupTenure(members: readonly Customer[], ends: readonly number[]): TelcoSegment['tenure'] {
  const here = members.filter((customer) => !customer.left).map(({ tenureMonths }) => tenureMonths);
  const groups: number[][] = [];
  for (const [k, end] of [...ends, tenureCapMonths].entries()) {
    const after = k === 0 ? -1 : ends[k - 1];
    const group = here.filter((months) => months > after && months <= end);
    if (k > 0 && group.length < smallestGroup * here.length) groups[groups.length - 1].push(...group);
    else groups.push(group);
  }
  return groups.map((group) => ({
    months: group.reduce((sum, months) => sum + months, 0) / group.length,
    share: group.length / here.length,
  }));
}

function lifetimesOf(members: readonly Customer[]): Lifetimes {
  const count = (left: boolean) => {
    const byTenure = Array.from({ length: tenureCapMonths }, () => 0);
    // Months beyond the last one that is fully seen are censored there.
    for (const customer of members) {
      const censored = customer.tenureMonths >= tenureCapMonths;
      if ((customer.left && !censored) === left)
        byTenure[Math.min(customer.tenureMonths, tenureCapMonths - 1)]++;
    }
    return byTenure;
  };
  return { stayed: count(false), left: count(true) };
}

/**
 * Spread of the hazard among customers of one contract type.
 *
 * The first bill sends away many who never settle, which no mixture of constant hazards describes: whole lifetimes
 * would put the spread at its bound. So customers enter after their first month; the range also covers entry after
 * the second. Undefined where hazards do not fall with tenure.
 */
export function estimateFrailty(groups: readonly Lifetimes[]): TelcoSegment['frailty'] {
  const afterOne = fitFrailty(groups, 1);
  if (afterOne === undefined) return undefined;
  const fits: FrailtyFit[] = [afterOne, fitFrailty(groups, 2) ?? afterOne];
  return {
    best: afterOne.spread,
    low: Math.min(...fits.map((fit) => fit.low)) / readingDoubt,
    high: Math.max(...fits.map((fit) => fit.high)) * readingDoubt,
  };
}

/** A segment's derived figures as YAML lines of the scenario file, without costs and service. */
export function formatSegment(segment: TelcoSegment): string {
  const { churn, price, frailty } = segment;
  const shares = roundShares(segment.tenure.map(({ share }) => share));
  const tenure = segment.tenure.map(
    ({ months }, k) => `{ months: ${months.toFixed(0)}, share: ${shares[k].toFixed(1)} % }`,
  );
  const counts = `${churn.leavers} leavers in ${churn.exposureMonths} customer-months`;
  const lines = [
    `- name: ${segment.name}`,
    `  customers: ${segment.customers}`,
    `  price: { mean: ${price.mean.toFixed(2)}, spread: ${(100 * price.spread).toFixed(1)} % }`,
    `  tenure: [${tenure.join(', ')}]`,
    '  churn:',
    `    best: ${percent(churn.byTenure)} %/month`,
    `    range: ${percent(churn.low)} %/month to ${percent(churn.high)} %/month`,
    '    evidence: fitted',
    `    source: "Telco table: ${counts}; by tenure ${percent(churn.byTenure)} %, pooled ${percent(churn.pooled)} %"`,
  ];
  if (frailty !== undefined)
    lines.push(
      '  assumptions:',
      '    frailtySpread:',
      `      best: ${frailty.best.toFixed(2)}`,
      `      range: ${frailty.low.toFixed(2)} to ${frailty.high.toFixed(2)}`,
      '      evidence: fitted',
      '      source: "Telco table: lifetimes of month-to-month customers after their first month"',
    );
  return lines.join('\n');
}

/** Three significant digits of a share, as percent. */
function percent(share: number): string {
  return `${Number((100 * share).toPrecision(3))}`;
}

/** Shares as percent to one decimal that add up to 100 (largest remainders go up). */
export function roundShares(shares: readonly number[]): number[] {
  const tenths = shares.map((share) => Math.floor(1000 * share));
  const missing = 1000 - tenths.reduce((sum, tenth) => sum + tenth, 0);
  const byRemainder = shares
    .map((share, k) => ({ k, remainder: 1000 * share - tenths[k] }))
    .sort((a, b) => b.remainder - a.remainder);
  for (const { k } of byRemainder.slice(0, missing)) tenths[k]++;
  return tenths.map((tenth) => tenth / 10);
}

/** Where the table lies. */
export const telcoTable = new URL('../data/telco/telco_customer_churn.csv', import.meta.url);

function main(): void {
  const segments = deriveSegments(readCustomers(readFileSync(telcoTable, 'utf8')));
  process.stdout.write(`${segments.map(formatSegment).join('\n')}\n`);
}

if (process.argv[1] !== undefined && import.meta.url === pathToFileURL(process.argv[1]).href) main();

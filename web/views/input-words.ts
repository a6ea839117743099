import type { Scenario } from '../../models/index.ts';
import { currencySign, decimalSign, formatNumber, thin } from '../format.ts';

/** Names of parameters that many answers hang on; the others are named by their place in the file. */
const names: Readonly<Record<string, string>> = {
  priceResponse: 'Price response',
  priceLevelResponse: 'Response to the price level',
  acquisitionPriceResponse: 'Newcomers’ price response',
  wakeUp: 'Waking up at the news',
  wakeUpMemory: 'How long the news is on their minds',
  noticeReach: 'Reach of the notice',
  billReach: 'Share who see it on the bill',
  attention: 'Attention to prices',
  frailtySpread: 'Variety in leaving',
  sensitivitySpread: 'Variety in price response',
  returnRate: 'Leavers who come back',
  competitorFollows: 'Whether rivals follow',
  competitorPrice: 'Rivals’ price',
  competitorExposure: 'Exposure to rivals',
  lossAversion: 'Loss aversion',
  costToServe: 'Cost to serve',
  churn: 'Churn today',
  satisfactionResponse: 'Response to satisfaction',
  referenceMemory: 'How long the old price is remembered',
  responsiveChurn: 'Part of churn that responds',
  unfairnessWeight: 'Weight of unfairness',
};

/** A short name of one of the scenario's numbers: "Churn today · Fibre". */
export function inputName(path: string, { world, plans }: Scenario): string {
  const owners = [
    ...world.segments.map(({ name }) => [`segments.${name}.`, name] as const),
    ...plans.map(({ name }) => [`plans.${name}.`, name] as const),
  ];
  // A name that begins like another's loses to the longer one.
  const owner = owners
    .filter(([start]) => path.startsWith(start))
    .sort((a, b) => b[0].length - a[0].length)[0];
  const rest = owner ? path.slice(owner[0].length) : path;
  const parts = rest
    .split('.')
    .filter((part) => !['assumptions', 'market', 'inputs', 'actions', 'mean'].includes(part));
  const last = parts.at(-1) ?? rest;
  const before = parts.slice(0, -1).map(humanise);
  const name = names[last] ?? humanise(last);
  const whole = before.length === 0 ? name : `${name}, ${before.join(' ').toLowerCase()}`;
  return owner ? `${whole} · ${owner[1]}` : whole;
}

/** "frailtySpread" is "Frailty spread". */
function humanise(key: string): string {
  const words = key.replaceAll(/([a-z])([A-Z])/g, '$1 $2').toLowerCase();
  return words.charAt(0).toUpperCase() + words.slice(1);
}

/** A value of an input with its unit, three figures: "0.48", "2.4 %/month", "$66.40". */
export function inputValue(value: number, unit: string, currency: string): string {
  if (unit === '1' || unit === '') return figures(value);
  if (unit === 'share') return `${figures(value * 100)}${thin}%`;
  if (unit === '1/month' || unit === '1/year') return `${figures(value * 100)}${thin}%${unit.slice(1)}`;
  if (unit.startsWith(currency))
    return `${currencySign(currency)}${figures(value)}${unit.slice(currency.length)}`;
  return `${figures(value)}\u00a0${unit}`;
}

/** Three figures, without zeros at the end. */
function figures(value: number): string {
  if (value === 0) return '0';
  const size = Math.floor(Math.log10(Math.abs(value)));
  const digits = Math.max(0, Math.min(6, 2 - size));
  const written = formatNumber(value, digits);
  const end = digits === 0 ? written : written.replace(/0+$/, '');
  return end.endsWith(decimalSign()) ? end.slice(0, -decimalSign().length) : end;
}

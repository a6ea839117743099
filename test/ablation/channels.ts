import type { ParameterName } from '../../models/mechanisms/index.ts';

/** A way in which a plan acts, with the parameters that switch it off. */
export interface Channel {
  readonly name: string;
  readonly off: { readonly [name in ParameterName]?: number };
  /** What the literature says follows. */
  readonly literature: string;
}

export const channels: readonly Channel[] = [
  {
    name: 'price against the reference',
    off: { priceResponse: 0 },
    literature:
      'Losses against a reference that adapts drive the first reaction (Mazumdar, Raj & Sinha 2005): without it a rise loses fewer',
  },
  {
    name: 'price against the market',
    off: { priceLevelResponse: 0 },
    literature:
      'Long-run elasticities exceed short-run ones (Bijmolt et al. 2005; Austrian mobile firms): without it the loss of a rise stops growing',
  },
  {
    name: 'wake-up',
    off: { wakeUp: 0 },
    literature:
      'Contact alone raised churn from 6 to 10 % (Ascarza, Iyengar & Schleicher 2016): without it any notice loses fewer',
  },
  {
    name: 'fairness',
    off: { unfairnessWeight: 0 },
    literature:
      'Magnitude and motive drive reactions (Kahneman, Knetsch & Thaler 1986): without it a rise loses fewer, whatever its reason',
  },
  {
    name: 'satisfaction',
    off: { satisfactionResponse: 0 },
    literature:
      'Cumulative satisfaction lengthens relationships (Bolton 1998): without it better service keeps fewer, and unfairness costs nothing',
  },
  {
    name: 'trust',
    off: { trustResponse: 0, trustDamping: 0 },
    literature:
      'Satisfied customers react less to the size of a rise (Homburg, Hoyer & Koschate 2005): without it kept promises save fewer',
  },
  {
    name: 'variety of price sensitivity',
    off: { sensitivitySpread: 0 },
    literature:
      'The most sensitive leave first; without variety the loss falls, since the response is convex in sensitivity',
  },
  {
    name: 'sign-ups and price',
    off: { acquisitionPriceResponse: 0 },
    literature: 'Gross additions answer to price at −0.3 to −2.5: without it a rise earns more',
  },
];

import type { MechanismDescription } from './description.ts';

export const priceLevelDescription = {
  name: 'price-level',
  title: 'Price against the market',
  equation:
    'factor = exp(g(β_L·s·V)); V ← V + n_L·(price/competitor ÷ its start − 1 − V); the competitor closes q of its gap a month',
  source: 'judgement: without it any rise is forgiven in time',
  reads: ['schedule.price', 'competitor'],
  writes: ['priceLevel', 'levelFactor'],
  example:
    'A price 10 % further above the market than at the start ends at a factor of 1.11 on the responsive hazard.',
  parameters: [
    {
      name: 'priceLevelResponse',
      meaning: 'Log-hazard per unit of relative price',
      symbol: 'β_L',
      unit: '1',
      default: { kind: 'lognormal', median: 1, sdLog: 0.6 },
      bounds: [0, 20],
      scale: 'positive',
      evidence: 'assumed',
      source: 'judgement: no data',
    },
    {
      name: 'levelNoticing',
      meaning: 'Share of a change of relative price taken in each month',
      symbol: 'n_L',
      unit: '1/month',
      default: { kind: 'interval', scale: 'share', low: 0.05, high: 0.12, best: 0.08 },
      bounds: [0, 1],
      scale: 'share',
      evidence: 'assumed',
      source: 'judgement',
    },
    {
      name: 'competitorSpeed',
      meaning: 'Share of the competitor’s remaining move made each month',
      symbol: 'q',
      unit: '1/month',
      default: { kind: 'interval', scale: 'share', low: 0.1, high: 0.5, best: 0.25 },
      bounds: [0, 1],
      scale: 'share',
      evidence: 'assumed',
      source: 'judgement',
    },
  ],
} as const satisfies MechanismDescription;

import type { MechanismDescription } from './description.ts';

export const priceDescription = {
  name: 'price',
  title: 'Price against the reference',
  equation:
    'response = exp(g(β_p·s·D·(λ·loss − gain))) − 1, g(x) = 3·tanh(x/3); loss, gain = ±ln(announced/R); D = (1 − γ·trust)/(1 − 0.6·γ); R ← δR + (1 − δ)·paid',
  source:
    'reference price: Mazumdar, Raj & Sinha (2005) tradition; sizes joint trial fit to nine public price rises',
  reads: ['schedule.price', 'reference', 'trust'],
  writes: ['priceLoss', 'priceResponse', 'reference'],
  example:
    'A 10 % rise at the defaults multiplies the responsive hazard by 1.12 for those who know of it; a 10 % cut by 0.94.',
  parameters: [
    {
      name: 'priceResponse',
      meaning: 'Log-hazard per unit of log price gap, before loss aversion',
      symbol: 'β_p',
      unit: '1',
      default: { kind: 'lognormal', median: 0.6, sdLog: 0.75 },
      bounds: [0, 20],
      scale: 'positive',
      evidence: 'backtested',
      source: 'joint trial fit to nine public price rises',
    },
    {
      name: 'referenceMemory',
      meaning: 'Share of the reference price kept each month',
      symbol: 'δ',
      unit: '1/month',
      default: { kind: 'normal', mean: 0.8, sd: 0.08, min: 0.55, max: 0.96 },
      bounds: [0, 0.99],
      scale: 'share',
      evidence: 'backtested',
      source: 'joint trial fit to nine public price rises',
    },
    {
      name: 'trustDamping',
      meaning: 'How much full trust damps the price response',
      symbol: 'γ',
      unit: '1',
      default: { kind: 'normal', mean: 0.4, sd: 0.1, min: 0, max: 0.8 },
      bounds: [0, 0.95],
      scale: 'share',
      evidence: 'expert',
      source: 'sign found for satisfaction (Homburg et al. 2005), size judgement',
    },
    {
      name: 'feeSalience',
      meaning: 'Weight of a fee that is revealed at purchase, against one in the price',
      symbol: 'θ',
      unit: '1',
      default: { kind: 'interval', scale: 'share', low: 0.1, high: 0.9, best: 0.4 },
      bounds: [0, 1],
      scale: 'share',
      evidence: 'expert',
      source: 'Blake et al. StubHub experiment; Chetty, Looney & Kroft (2009)',
    },
  ],
} as const satisfies MechanismDescription;

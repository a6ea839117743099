import type { MechanismDescription } from './description.ts';

export const acquisitionDescription = {
  name: 'acquisition',
  title: 'Newcomers',
  equation:
    'joiners = start·exp(−e·(price ratio − 1))·exp(ε·reputation·(promise − start)); reputation ← reputation + r·(1 − gap/2 − reputation), acting above the starting promise only',
  source:
    'gross additions respond at about −1 (−0.3 to −2.5) in the short run; Kopalle & Lehmann (2006) for promise',
  reads: ['schedule.price', 'promised', 'delivered', 'competitor'],
  writes: ['joining', 'reputation'],
  example: 'A price 10 % above its start against the market brings 5 % fewer newcomers at e = 0.5.',
  parameters: [
    {
      name: 'acquisitionPriceResponse',
      meaning: 'Log-response of sign-ups to relative price',
      symbol: 'e',
      unit: '1',
      default: { kind: 'lognormal', median: 0.5, sdLog: 0.6 },
      bounds: [0, 10],
      scale: 'positive',
      evidence: 'backtested',
      source: 'joint trial fit to nine public price rises, mainly one case',
    },
    {
      name: 'promisePull',
      meaning: 'Log-response of sign-ups to a point of promise',
      symbol: 'ε',
      unit: '1/point',
      default: { kind: 'interval', scale: 'positive', low: 0.05, high: 0.2, best: 0.1 },
      bounds: [0, 2],
      scale: 'positive',
      evidence: 'assumed',
      source: 'judgement',
    },
    {
      name: 'reputationRate',
      meaning: 'Share of the way reputation moves each month',
      symbol: 'r',
      unit: '1/month',
      default: { kind: 'interval', scale: 'share', low: 0.05, high: 0.2, best: 0.1 },
      bounds: [0, 1],
      scale: 'share',
      evidence: 'assumed',
      source: 'judgement',
    },
  ],
} as const satisfies MechanismDescription;

import type { MechanismDescription } from './description.ts';

export const heterogeneityDescription = {
  name: 'heterogeneity',
  title: 'Variety among customers',
  equation:
    'H ∝ u, priceFactor(s); u, s lognormal with mean 1 on Gauss–Hermite nodes; spend = exp(σ_p·(ρ_u·z_u + ρ_s·z_s)), mean 1',
  source:
    'Fader & Hardie (2007) for hazards that differ; quadrature instead of a beta mixture so that covariates act',
  reads: [],
  writes: ['frailty', 'sensitivity', 'spend'],
  example:
    'Where leaning to leave varies by 0.8 on the log scale, a cohort that starts at a 3 % hazard is below 2.5 % a month within a year though nobody changed.',
  parameters: [
    {
      name: 'frailtySpread',
      meaning: 'Spread of the hazard among customers: sd of its log',
      symbol: 'σ_u',
      unit: '1',
      default: { kind: 'lognormal', median: 0.8, sdLog: 0.25 },
      bounds: [0, 2],
      scale: 'positive',
      evidence: 'assumed',
      source: 'judgement; streaming churn by tenure suggests 1.3',
    },
    {
      name: 'sensitivitySpread',
      meaning: 'Spread of price sensitivity among customers: sd of its log',
      symbol: 'σ_s',
      unit: '1',
      default: { kind: 'lognormal', median: 0.6, sdLog: 0.3 },
      bounds: [0, 1.5],
      scale: 'positive',
      evidence: 'assumed',
      source: 'judgement',
    },
    {
      name: 'spendFrailtyCorrelation',
      meaning: 'Correlation of spend with the hazard',
      symbol: 'ρ_u',
      unit: '1',
      default: { kind: 'normal', mean: 0, sd: 0.15, min: -0.6, max: 0.6 },
      bounds: [-0.6, 0.6],
      scale: 'signed',
      evidence: 'assumed',
      source: 'judgement: findings disagree',
    },
    {
      name: 'spendSensitivityCorrelation',
      meaning: 'Correlation of spend with price sensitivity',
      symbol: 'ρ_s',
      unit: '1',
      default: { kind: 'normal', mean: 0, sd: 0.15, min: -0.6, max: 0.6 },
      bounds: [-0.6, 0.6],
      scale: 'signed',
      evidence: 'assumed',
      source: 'judgement: tenure lowers sensitivity, breadth can raise it (Bolton)',
    },
  ],
} as const satisfies MechanismDescription;

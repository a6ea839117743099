import type { MechanismDescription } from './description.ts';
import type { SegmentState } from './state.ts';

export const trustDescription = {
  name: 'trust',
  title: 'Trust',
  equation:
    'T* = 0.6 + 0.1·g + guarantee, g = delivered − promised within ±4; T moves to T* by r↓ when falling, r↑ when rising; a surprise fee takes a share at once; factor = exp(−β_T·(T − T₀))',
  source: 'judgement; falls fast, rebuilds slowly',
  reads: ['promiseGap', 'surprised', 'guaranteeTrust'],
  writes: ['trust'],
  example:
    'A promise kept 2 points short takes trust from 0.6 to 0.55 in a month; kept again, it is back at 0.56 two months later.',
  parameters: [
    {
      name: 'trustFall',
      meaning: 'Share of the way down that trust falls each month',
      symbol: 'r↓',
      unit: '1/month',
      default: { kind: 'interval', scale: 'share', low: 0.15, high: 0.4, best: 0.25 },
      bounds: [0, 1],
      scale: 'share',
      evidence: 'assumed',
      source: 'judgement',
    },
    {
      name: 'trustRise',
      meaning: 'Share of the way up that trust rises each month',
      symbol: 'r↑',
      unit: '1/month',
      default: { kind: 'interval', scale: 'share', low: 0.03, high: 0.08, best: 0.05 },
      bounds: [0, 1],
      scale: 'share',
      evidence: 'assumed',
      source: 'judgement',
    },
    {
      name: 'surpriseTrustLoss',
      meaning: 'Trust lost by a customer surprised by a fee',
      symbol: '',
      unit: '1',
      default: { kind: 'interval', scale: 'share', low: 0.05, high: 0.2, best: 0.1 },
      bounds: [0, 1],
      scale: 'share',
      evidence: 'assumed',
      source: 'judgement',
    },
    {
      name: 'trustResponse',
      meaning: 'Log-hazard per unit of trust',
      symbol: 'β_T',
      unit: '1',
      default: { kind: 'interval', scale: 'positive', low: 0.15, high: 0.6, best: 0.3 },
      bounds: [0, 5],
      scale: 'positive',
      evidence: 'assumed',
      source: 'judgement',
    },
  ],
} as const satisfies MechanismDescription;

/**
 * Trust that a steady gap between delivery and promise ends at.
 *
 * Equation  T* = 0.6 + 0.1·g
 * Inputs    gap g = delivered − promised [points], counted within ±4
 * Returns   0.2 to 1
 */
export function trustAt(gap: number): number {
  return 0.6 + 0.1 * Math.max(-4, Math.min(4, gap));
}

/** Trust falls fast, rises slowly, and drops at once for those whom a fee surprises. */
export function updateTrust(segment: SegmentState): void {
  const { parameters, trust, surprised } = segment;
  const target = Math.min(1, trustAt(segment.promiseGap) + segment.guaranteeTrust);
  for (let cell = 0; cell < segment.cells; cell++) {
    const distance = target - trust[cell];
    trust[cell] += distance * (distance < 0 ? parameters.trustFall : parameters.trustRise);
    // In proportion to what trust there is, 0.6 being par, so that it stays above 0.
    trust[cell] *= 1 - (parameters.surpriseTrustLoss / 0.6) * surprised[cell];
  }
}

import { KeptError } from '../core/errors.ts';
import type { MechanismDescription } from './description.ts';
import type { SegmentState } from './state.ts';
import type { FirmState } from './state-firm.ts';

/** Path: a factor on sign-ups, for all segments alike. */
export const imitationDescription = {
  name: 'imitation',
  title: 'Imitation in a market that ends',
  equation:
    'factor = (p + q·N/m)·(m − N) over the same under do nothing in the same draw; N customers, m market.potential',
  source: 'Bass (1969)',
  reads: ['potential', 'usualCustomers', 'diffusion'],
  writes: ['customers', 'imitation'],
  example:
    'In a market of 10,000, a base of 900 instead of 1,000 draws 7 % fewer: fewer to imitate weigh more than more to win.',
  parameters: [
    {
      name: 'innovation',
      meaning: 'Yearly adoption of one’s own accord; only its ratio to imitation counts',
      symbol: 'p',
      unit: '1',
      default: { kind: 'fixed', value: 0.03 },
      bounds: [0.0001, 1],
      scale: 'positive',
      evidence: 'expert',
      source: 'Sultan, Farley & Lehmann (1990)',
    },
    {
      name: 'imitation',
      meaning: 'Yearly adoption in step with those who have adopted',
      symbol: 'q',
      unit: '1',
      default: { kind: 'interval', scale: 'positive', low: 0.3, high: 0.5, best: 0.38 },
      bounds: [0, 2],
      scale: 'positive',
      evidence: 'expert',
      source: 'Sultan, Farley & Lehmann (1990)',
    },
  ],
} as const satisfies MechanismDescription;

/**
 * Imitation grows with those who are customers and ends where nobody is left to win: only the deviation from
 * `do nothing` in the same draw counts.
 *
 * Errors   invalid-scenario where doing nothing outgrows the market
 */
export function imitate(firm: FirmState, segments: readonly SegmentState[], month: number): void {
  let customers = 0;
  for (const { present } of segments)
    for (let cell = 0; cell < present.length; cell++) customers += present[cell];
  firm.customers[month] = customers;
  const usual = firm.usualCustomers?.[month];
  if (usual === undefined || usual === customers || firm.potential === Number.POSITIVE_INFINITY) {
    firm.imitation = 1;
    return;
  }
  if (usual >= firm.potential) {
    const message = `doing nothing outgrows the market of ${firm.potential} by month ${month}; state a larger potential`;
    throw new KeptError('invalid-scenario', message, { month });
  }
  firm.imitation =
    adoption(customers / firm.potential, firm.diffusion) / adoption(usual / firm.potential, firm.diffusion);
}

/**
 * Sign-ups of a market of 1, up to a factor.
 *
 * Equation  (p + q·F)·(1 − F), 0 beyond the market
 * Source    Bass (1969)
 */
export function adoption(share: number, { innovation, imitation }: FirmState['diffusion']): number {
  return (innovation + imitation * share) * Math.max(0, 1 - share);
}

/** Rungs of the recovery ladder, worst first: not voiced, voiced and unsatisfied, satisfied, satisfied quickly. */
export const rungs = ['silent', 'unsatisfied', 'satisfied', 'quickly'] as const;
export type Rung = (typeof rungs)[number];

/** Repurchase after a failure that cost under $5 and over $100. Source: TARP (1986), Consumer complaint handling in America. */
const repurchase: Readonly<Record<Rung, readonly [trivial: number, severe: number]>> = {
  silent: [0.37, 0.09],
  unsatisfied: [0.46, 0.19],
  satisfied: [0.7, 0.54],
  quickly: [0.95, 0.82],
};

/** Share who complain about a trivial failure and one of $142. Source: TARP (1986). */
const voiceShares = [0.03, 0.69] as const;

/** Odds of leaving fall this many times from a severe failure to a trivial one [judgement]. */
const exitRange = 25;

/**
 * Repurchase lost on a rung of the ladder.
 *
 * Inputs    severity 0..1, from a trivial failure to one of over $100
 * Returns   0..1, falling from rung to rung and rising with severity
 * Source    TARP (1986), linear between its two rows
 */
export function lossOnRung(rung: Rung, severity: number): number {
  const [trivial, severe] = repurchase[rung];
  return 1 - (trivial + severity * (severe - trivial));
}

/** What moves customers with a failure between exit, voice and silence. */
export interface FailureChoice {
  /** 0..1 */
  readonly severity: number;
  /** Odds of exit against silence after a severe failure, in an average market. */
  readonly exitOdds: number;
  /** Factor on exit: competitors to go to, and what a contract leaves of leaving. */
  readonly freedom: number;
  /** Factor on voice: how readily customers complain, and how easy it is made. */
  readonly readiness: number;
}

/** Shares of those who meet a failure, summing to 1. */
export interface FailureAnswer {
  readonly exit: number;
  readonly voice: number;
  readonly silent: number;
}

/**
 * Exit, voice and silence as shares of those who meet a failure: a multinomial logit.
 *
 * Equation  odds against silence: exit = freedom·e₁·25^(s − 1); voice = readiness·v(s), v(s) log-linear between such
 *           odds that free customers in an average market complain as TARP found
 * Returns   shares summing to 1; freedom raises exit, readiness voice, severity both
 * Source    Hirschman (1970); voice shares TARP (1986)
 */
export function answerFailure({ severity, exitOdds, freedom, readiness }: FailureChoice): FailureAnswer {
  const trivial = oddsOf(voiceShares[0]) * (1 + exitOdds / exitRange);
  const severe = oddsOf(voiceShares[1]) * (1 + exitOdds);
  const exit = freedom * exitOdds * Math.exp((severity - 1) * Math.log(exitRange));
  const voice = readiness * Math.exp(Math.log(trivial) + severity * Math.log(severe / trivial));
  const sum = 1 + exit + voice;
  return { exit: exit / sum, voice: voice / sum, silent: 1 / sum };
}

function oddsOf(share: number): number {
  return share / (1 - share);
}

/** Moves a share in (0, 1) by a step on the logit scale. */
export function shiftShare(share: number, step: number): number {
  const odds = oddsOf(share) * Math.exp(step);
  return odds / (1 + odds);
}

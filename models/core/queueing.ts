import { KeptError } from './errors.ts';

/** What reaches a contact centre and who is there to answer. */
export interface ContactCentre {
  readonly contactsPerHour: number;
  readonly handleTimeSeconds: number;
  readonly agents: number;
}

/** Contacts in progress if nobody ever waited [erlang]: arrivals per unit of time × time each takes. */
export function offeredLoad({ contactsPerHour, handleTimeSeconds }: ContactCentre): number {
  return (contactsPerHour * handleTimeSeconds) / 3600;
}

/**
 * Probability that all servers are busy where nobody waits (Erlang B).
 *
 * Equation  B_0 = 1, B_k = A·B_{k−1}/(k + A·B_{k−1})
 * Inputs    load A [erlang] ≥ 0, servers N a whole number ≥ 0
 * Returns   probability; every step stays within 0..1, so that nothing overflows
 * Errors    `invalid-argument`
 * Source    Erlang (1917); recursion as in Cooper (1981), Introduction to Queueing Theory
 */
export function erlangB(load: number, servers: number): number {
  requireAtLeast('load', load, 0);
  requireAtLeast('servers', servers, 0);
  if (!Number.isInteger(servers)) throw refuse('servers', 'a whole number', servers);
  let blocked = 1;
  for (let k = 1; k <= servers; k++) blocked = (load * blocked) / (k + load * blocked);
  return blocked;
}

/**
 * Probability of waiting where everybody waits (Erlang C).
 *
 * Equation  C = B_N/(1 − ρ(1 − B_N)), ρ = A/N
 * Inputs    load A [erlang] ≥ 0, servers N a whole number > A
 * Errors    `invalid-argument`, also for A ≥ N: the queue would grow for ever
 * Source    Erlang (1917)
 */
export function erlangC(load: number, servers: number): number {
  if (!(load < servers)) throw refuse('load', `below the ${servers} servers`, load);
  const blocked = erlangB(load, servers);
  return blocked / (1 - (load / servers) * (1 - blocked));
}

/**
 * Mean wait before an answer where nobody hangs up (ASA) [s].
 *
 * Equation  C·AHT/(N − A)
 * Errors    as `erlangC`
 */
export function averageSpeedOfAnswer(centre: ContactCentre): number {
  const load = offeredLoad(centre);
  return (erlangC(load, centre.agents) * centre.handleTimeSeconds) / (centre.agents - load);
}

/**
 * Share of contacts answered within the target where nobody hangs up.
 *
 * Equation  1 − C·exp(−(N − A)·T/AHT)
 * Inputs    target T [s] ≥ 0
 * Errors    as `erlangC`
 */
export function serviceLevel(centre: ContactCentre, targetSeconds: number): number {
  requireAtLeast('targetSeconds', targetSeconds, 0);
  const load = offeredLoad(centre);
  const longer = Math.exp((-(centre.agents - load) * targetSeconds) / centre.handleTimeSeconds);
  return 1 - erlangC(load, centre.agents) * longer;
}

/** A centre whose callers hang up after a while: exponential with this mean. */
export interface ImpatientCentre extends ContactCentre {
  readonly patienceSeconds: number;
}

/** The steady state of an `ImpatientCentre`. */
export interface Waiting {
  /** Probability that a contact meets no free agent. */
  readonly waitProbability: number;
  /** Share of all contacts that hang up before an answer. */
  readonly abandonment: number;
  /** Mean wait of all contacts, answered or not. */
  readonly waitSeconds: number;
  /** Mean number of contacts waiting. */
  readonly queueLength: number;
  /** Mean number of agents at work. */
  readonly busyAgents: number;
}

/**
 * Waiting and hanging up with impatient callers (Erlang A, M/M/N + M), for any load.
 *
 * Equation  birth rate λ; death rate min(j, N)·μ + (j − N)⁺·θ in state j; P(Ab) = θ·E[W], E[W] = E[queue]/λ
 * Inputs    contacts per hour ≥ 0, handle time and patience [s] > 0 and finite, agents ≥ 0; a fraction of an agent
 *           works at that fraction of the pace, so that every figure is continuous in staff
 * Returns   weights of the states summed from the likeliest outwards, none above 1, so that nothing overflows; the
 *           tails left out are bounded by geometric series below 1e-16 of the sums. Some 20·√(contacts within one
 *           patience or handle time) terms
 * Errors    `invalid-argument`, also where more than 1e12 contacts would be present
 * Source    Palm (1957); Mandelbaum & Zeltyn (2007), Service engineering in action
 */
export function erlangA(centre: ImpatientCentre): Waiting {
  const chain = createChain(centre);
  const sums: Sums = { mass: 0, waiting: 0, queue: 0, busy: 0 };
  addState(sums, chain, chain.mode, 1);
  addStatesBelow(sums, chain);
  addStatesAbove(sums, chain);
  const queueLength = sums.queue / sums.mass;
  const waitSeconds = chain.arrivals === 0 ? 0 : queueLength / chain.arrivals;
  return {
    waitProbability: sums.waiting / sums.mass,
    abandonment: waitSeconds / centre.patienceSeconds,
    waitSeconds,
    queueLength,
    busyAgents: sums.busy / sums.mass,
  };
}

/**
 * Share of contacts answered within a target where callers are impatient (Erlang A).
 *
 * Equation  1 − P(W > 0)·(1 − R(0) + R(T)); R(t) = yˢ⁺¹·exp(a(1 − y))·M(s + 1, a·y)/M(s, a) is the share of those who
 *           wait that is answered, and later than t; y = exp(−θt), s = Nμ/θ, a = λ/θ, M(s, x) = Σ xᵏ/(s(s+1)…(s+k))
 * Inputs    a centre as for `erlangA`, target T [s] ≥ 0, and the centre's probability of waiting
 * Returns   share; those who hang up are not answered. Exact for whole agents
 * Errors    `invalid-argument`
 * Source    Zeltyn & Mandelbaum (2005): the virtual wait has density ∝ exp(λ(1 − exp(−θt))/θ − Nμt); its integrals are
 *           incomplete gamma functions
 */
export function answeredWithin(
  centre: ImpatientCentre,
  targetSeconds: number,
  waitProbability: number,
): number {
  requireAtLeast('targetSeconds', targetSeconds, 0);
  const { agents, patienceSeconds, handleTimeSeconds, contactsPerHour } = centre;
  if (agents === 0) return 0;
  const s = (agents * patienceSeconds) / handleTimeSeconds;
  const a = (contactsPerHour / 3600) * patienceSeconds;
  const all = logSeries(s, a);
  const later = (t: number) => {
    const y = Math.exp(-t / patienceSeconds);
    return Math.exp((-(s + 1) * t) / patienceSeconds + a * (1 - y) + logSeries(s + 1, a * y) - all);
  };
  return 1 - waitProbability * (1 - later(0) + later(targetSeconds));
}

/** ln Σ_{k ≥ 0} xᵏ/(s(s+1)…(s+k)); scaled on the way, so that nothing overflows. */
function logSeries(s: number, x: number): number {
  const large = 1e250;
  let term = 1 / s;
  let sum = term;
  let scale = 0;
  for (let k = 1; term > negligible * sum || x >= s + k; k++) {
    term *= x / (s + k);
    sum += term;
    if (sum < large) continue;
    term /= large;
    sum /= large;
    scale += Math.log(large);
  }
  return scale + Math.log(sum);
}

/** Birth and death per second, and the likeliest number of contacts present. */
interface Chain {
  readonly arrivals: number;
  readonly agents: number;
  readonly mode: number;
  deaths(present: number): number;
}

/** What is left out of a sum, at most, as a share of it. */
const negligible = 1e-16;

/** Beyond this the sums would take seconds, and further on states could no longer be told apart. */
const mostPresent = 1e6;

interface Sums {
  mass: number;
  waiting: number;
  queue: number;
  busy: number;
}

function createChain(centre: ImpatientCentre): Chain {
  const { contactsPerHour, handleTimeSeconds, agents, patienceSeconds } = centre;
  requireAtLeast('contactsPerHour', contactsPerHour, 0);
  requireAtLeast('agents', agents, 0);
  requireAtLeast('handleTimeSeconds', handleTimeSeconds, Number.MIN_VALUE);
  requireAtLeast('patienceSeconds', patienceSeconds, Number.MIN_VALUE);
  const load = offeredLoad(centre);
  const surplus = (Math.max(0, load - agents) / handleTimeSeconds) * patienceSeconds;
  const mode = Math.floor(Math.min(load, agents) + surplus);
  if (!(mode <= mostPresent)) throw refuse('the number of contacts present', `at most ${mostPresent}`, mode);
  return {
    arrivals: contactsPerHour / 3600,
    agents,
    mode,
    deaths: (present) =>
      Math.min(present, agents) / handleTimeSeconds + Math.max(0, present - agents) / patienceSeconds,
  };
}

function addState(sums: Sums, { agents }: Chain, present: number, weight: number): void {
  sums.mass += weight;
  sums.busy += weight * Math.min(present, agents);
  sums.queue += weight * Math.max(0, present - agents);
  // The next to come waits, or waits for the missing part of an agent.
  sums.waiting += weight * Math.min(1, Math.max(0, present + 1 - agents));
}

function addStatesBelow(sums: Sums, chain: Chain): void {
  let weight = 1;
  for (let present = chain.mode; present > 0; present--) {
    const ratio = chain.deaths(present) / chain.arrivals;
    weight *= ratio;
    addState(sums, chain, present - 1, weight);
    // Ratios fall on the way down: what is left is less than the geometric series.
    if (ratio < 1 && (weight * ratio) / (1 - ratio) < negligible * sums.mass) return;
  }
}

function addStatesAbove(sums: Sums, chain: Chain): void {
  let weight = 1;
  for (let present = chain.mode + 1; weight > 0; present++) {
    const ratio = chain.arrivals / chain.deaths(present);
    weight *= ratio;
    addState(sums, chain, present, weight);
    // Ratios fall here too; Σ (q + k)·rᵏ bounds the rest of the queue, and few waits keep their digits.
    const rest = (present - chain.agents + 1 / (1 - ratio)) * (weight * ratio) * (1 / (1 - ratio));
    if (ratio < 1 && present >= chain.agents && rest < negligible * sums.queue) return;
  }
}

function requireAtLeast(name: string, value: number, least: number): void {
  if (!(value >= least && value < Number.POSITIVE_INFINITY)) {
    throw refuse(name, least === 0 ? 'finite and not negative' : 'finite and above 0', value);
  }
}

function refuse(name: string, expected: string, received: number): KeptError {
  return new KeptError('invalid-argument', `${name} must be ${expected}, not ${received}`);
}

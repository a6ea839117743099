import { dimensions } from '../core/dimensions.ts';
import {
  answeredWithin,
  averageSpeedOfAnswer,
  erlangA,
  type ImpatientCentre,
  offeredLoad,
} from '../core/queueing.ts';
import type { MechanismDescription } from './description.ts';
import type { Parameters } from './index.ts';
import type { SegmentState } from './state.ts';
import type { CentreMonth, ContactCentre, FirmState } from './state-firm.ts';

// Waits reach the hazard on one path only: what misses the target lowers the responsiveness that is delivered.

export const contactCentreDescription = {
  name: 'contact-centre',
  title: 'Contact centre: contacts and waits',
  equation:
    'contacts = max(0, customers × first contacts + told × surge + failures and leavers beyond the start) + repeats of last month; two bands, Erlang A each; Δresponsiveness = w·Δ(share answered within the target)',
  source:
    'Erlang A: Palm (1957), Mandelbaum & Zeltyn (2007); small effect of waits: Feinberg, Kim, Hokama, de Ruyter & Keen (2000); sizes judgement',
  reads: [
    'schedule.agents',
    'schedule.empowerment',
    'schedule.jobAids',
    'schedule.notice',
    'schedule.firstBill',
    'schedule.announcedPrice',
    'schedule.announcedFee',
    'schedule.chargedPrice',
    'schedule.chargedFee',
    'skill',
    'aware',
    'failures',
    'left',
    'joiners',
  ],
  writes: ['centreMonth', 'serviceShift'],
  example:
    'At 2 points for all, a share answered in time that falls from 80 % to 60 % costs 0.4 points of responsiveness.',
  parameters: [
    {
      name: 'comfortableOccupancy',
      meaning: 'Share of their time in which agents can be busy without strain',
      symbol: '',
      unit: '1',
      default: { kind: 'interval', scale: 'share', low: 0.8, high: 0.9, best: 0.85 },
      bounds: [0, 1],
      scale: 'share',
      evidence: 'assumed',
      source: 'rule of the trade, judgement',
    },
    {
      name: 'waitPoints',
      meaning: 'Responsiveness lost if no contact were answered within the target any more',
      symbol: 'w',
      unit: 'points',
      default: { kind: 'interval', scale: 'positive', low: 1, high: 4, best: 2 },
      bounds: [0, 10],
      scale: 'positive',
      evidence: 'assumed',
      source: 'small where the answer is good: Feinberg et al. (2000); size judgement',
    },
    {
      name: 'noticeContacts',
      meaning: 'Contacts from each customer who has just learnt that prices rise',
      symbol: '',
      unit: '1',
      default: { kind: 'interval', scale: 'positive', low: 0.03, high: 0.3, best: 0.1 },
      bounds: [0, 5],
      scale: 'positive',
      evidence: 'assumed',
      source: 'judgement',
    },
    {
      name: 'troubleContacts',
      meaning: 'Contacts from each further customer who meets a failure or leaves',
      symbol: '',
      unit: '1',
      default: { kind: 'interval', scale: 'positive', low: 0.15, high: 0.8, best: 0.4 },
      bounds: [0, 5],
      scale: 'positive',
      evidence: 'assumed',
      source: '3 % of trivial and 69 % of costly problems are voiced (TARP); size judgement',
    },
    {
      name: 'abandonedAgain',
      meaning: 'Share of those who hung up who try again',
      symbol: '',
      unit: '1',
      default: { kind: 'interval', scale: 'share', low: 0.5, high: 0.85, best: 0.7 },
      bounds: [0, 0.95],
      scale: 'share',
      evidence: 'assumed',
      source: 'judgement',
    },
    {
      name: 'unresolvedAgain',
      meaning: 'Share of those who got no solution who try again',
      symbol: '',
      unit: '1',
      default: { kind: 'interval', scale: 'share', low: 0.4, high: 0.8, best: 0.6 },
      bounds: [0, 0.95],
      scale: 'share',
      evidence: 'assumed',
      source: 'judgement',
    },
    {
      name: 'jobAidsHandling',
      meaning: 'Fall of the log of handle time where job aids cover all work',
      symbol: '',
      unit: '1',
      default: { kind: 'interval', scale: 'positive', low: 0.12, high: 0.35, best: 0.2 },
      bounds: [0, 2],
      scale: 'positive',
      evidence: 'assumed',
      source: 'judgement',
    },
    {
      name: 'resolutionGain',
      meaning: 'Rise of the log-odds of a solution per unit of empowerment, and of skill that people may use',
      symbol: '',
      unit: '1',
      default: { kind: 'interval', scale: 'positive', low: 0.4, high: 2, best: 1 },
      bounds: [0, 10],
      scale: 'positive',
      evidence: 'assumed',
      source: 'judgement',
    },
  ],
} as const satisfies MechanismDescription;

/** What a month brings to a contact centre, and who is there to answer. */
export interface CentreLoad {
  readonly contacts: number;
  readonly agents: number;
  readonly handleTimeSeconds: number;
  /** Share of answered contacts resolved. */
  readonly resolved: number;
}

type Shape = Omit<ContactCentre, 'start' | 'agents' | 'customers' | 'startHazards' | 'startFailures'>;

/** The peak and the rest of the open hours, each with its share of contacts, of hours, and its queue. */
function bands(centre: Shape, load: CentreLoad) {
  const band = (share: number, hours: number, staff: number) => {
    const queue: ImpatientCentre = {
      contactsPerHour: (load.contacts * share) / (centre.openHours * hours),
      handleTimeSeconds: load.handleTimeSeconds,
      agents: (load.agents * staff) / hours,
      patienceSeconds: centre.patienceSeconds,
    };
    return { share, staff, queue };
  };
  const { peakContacts, peakHours, peakAgents } = centre;
  return [
    band(peakContacts, peakHours, peakAgents),
    band(1 - peakContacts, 1 - peakHours, 1 - peakAgents),
  ] as const;
}

/**
 * One month of a contact centre: waits, hanging up, load, and who will have to contact it again.
 *
 * Equation  Erlang A in the peak and in the rest; repeats = contacts·(r_a·Ab + r_u·(1 − Ab)·(1 − resolved))
 * Inputs    contacts a month ≥ 0, agents > 0, handle time [s] > 0, resolved 0..1
 * Returns   means over contacts; occupancy over agents' hours
 * Errors    `invalid-argument` of `erlangA`
 * Source    Palm (1957); Mandelbaum & Zeltyn (2007)
 */
export function answerLoad(centre: Shape, load: CentreLoad, parameters: Parameters): CentreMonth {
  let [wait, abandonment, serviceLevel, occupancy, overload] = [0, 0, 0, 0, 0];
  for (const { share, staff, queue } of bands(centre, load)) {
    const waiting = erlangA(queue);
    const busy = waiting.busyAgents / queue.agents;
    wait += share * waiting.waitSeconds;
    abandonment += share * waiting.abandonment;
    serviceLevel += share * answeredWithin(queue, centre.targetSeconds, waiting.waitProbability);
    occupancy += staff * busy;
    overload += staff * Math.max(0, busy - parameters.comfortableOccupancy);
  }
  const again =
    parameters.abandonedAgain * abandonment +
    parameters.unresolvedAgain * (1 - abandonment) * (1 - load.resolved);
  const repeats = load.contacts * again;
  const patientWait = waitWithoutHangingUp(centre, load);
  const figures = { wait, patientWait, abandonment, serviceLevel, occupancy, overload };
  return { contacts: load.contacts, repeats, ...figures };
}

/**
 * Mean wait if nobody hung up (Erlang C) [s]; null where the queue would have no end. Counts whole agents only.
 *
 * Source  Erlang (1917)
 */
export function waitWithoutHangingUp(centre: Shape, load: CentreLoad): number | null {
  let wait = 0;
  for (const { share, queue } of bands(centre, load)) {
    const whole = { ...queue, agents: Math.floor(queue.agents) };
    if (!(offeredLoad(whole) < whole.agents)) return null;
    wait += share * averageSpeedOfAnswer(whole);
  }
  return wait;
}

/** The month's load: contacts, who is on duty, how long an answer takes and how often it helps. */
export function loadOf(
  firm: FirmState,
  centre: ContactCentre,
  segments: readonly SegmentState[],
  month: number,
  told: readonly number[] = segments.map((segment) => customersTold(segment, month)),
): CentreLoad {
  const { parameters, schedule, skill } = firm;
  const empowerment = schedule.empowerment[month];
  const faster = parameters.jobAidsHandling * schedule.jobAids[month];
  const better = parameters.resolutionGain * (empowerment - schedule.empowerment[0] + skill * empowerment);
  let first = 0;
  segments.forEach((segment, index) => {
    first += firstContacts(segment, index, centre, parameters, month, told[index]);
  });
  return {
    contacts: first + firm.centreMonth.repeats,
    agents: schedule.agents[month],
    handleTimeSeconds: centre.handleTimeSeconds * Math.exp(-faster),
    resolved: shiftOdds(centre.resolved, better),
  };
}

/** A share whose log-odds move by `by`; itself where they do not. */
function shiftOdds(share: number, by: number): number {
  if (by === 0) return share;
  const odds = share * Math.exp(by);
  return odds / (odds + 1 - share);
}

/** First contacts of a segment: the usual ones, those told of a rise, and failures and leavers beyond the start; none at least. */
function firstContacts(
  segment: SegmentState,
  index: number,
  centre: ContactCentre,
  parameters: Parameters,
  month: number,
  told: number,
): number {
  let [present, left] = [0, 0];
  for (let cell = 0; cell < segment.cells; cell++) {
    if (segment.present[cell] === 0 && segment.left[cell] === 0) continue;
    present += segment.present[cell];
    left += segment.left[cell];
  }
  const before = present + left - segment.joiners;
  const leavers = month === 1 ? 0 : left - centre.startHazards[index] * before;
  const failures = (segment.failures - centre.startFailures[index]) * present;
  const usual = (present * (centre.start.contacts - centre.start.repeats)) / centre.customers;
  const contacts =
    usual + parameters.noticeContacts * told + parameters.troubleContacts * (failures + leavers);
  return Math.max(0, contacts);
}

/** Customers who learn this month that they will pay or pay more; `before` is how many of other cells do. */
export function customersTold(segment: SegmentState, month: number, before = 0): number {
  let told = before;
  for (let cell = 0; cell < segment.cells; cell++) {
    if (segment.present[cell] > 0) told += segment.present[cell] * shareTold(segment, cell, month);
  }
  return told;
}

/** Share of a cell that learns this month, by notice or first bill, that it will pay or pays more. */
function shareTold(segment: SegmentState, cell: number, month: number): number {
  const { schedule, parameters } = segment;
  const at = segment.priceGroup[cell] * (schedule.months + 1) + month;
  const told = schedule.notice[at] === 1 && rises(schedule.announcedPrice, schedule.announcedFee, at);
  const billed = schedule.firstBill[at] === 1 && rises(schedule.chargedPrice, schedule.chargedFee, at);
  const byNotice = told ? parameters.noticeReach : 0;
  if (!billed) return byNotice;
  const unaware = 1 - Math.max(byNotice, segment.aware[cell]);
  return byNotice + parameters.billReach * parameters.noticeReach * unaware;
}

function rises(price: Float64Array, fee: Float64Array, at: number): boolean {
  return price[at] + fee[at] > price[at - 1] + fee[at - 1];
}

/** Customers who come and go in balance leave rounding in the last digits of their number: nothing has changed. */
const unchanged = 1e-9;

function isAsAtStart(load: CentreLoad, centre: ContactCentre): boolean {
  return (
    Math.abs(load.contacts - centre.start.contacts) <= unchanged * centre.start.contacts &&
    load.agents === centre.agents &&
    load.handleTimeSeconds === centre.handleTimeSeconds &&
    load.resolved === centre.resolved
  );
}

/** The contact centre answers the month's contacts; those it fails come again next month. `told` is as `customersTold`. */
export function answerContacts(
  firm: FirmState,
  segments: readonly SegmentState[],
  month: number,
  told?: readonly number[],
): void {
  const { centre } = firm;
  if (!centre) return;
  const load = loadOf(firm, centre, segments, month, told);
  firm.centreMonth = isAsAtStart(load, centre) ? centre.start : answerLoad(centre, load, firm.parameters);
}

const responsiveness = dimensions.indexOf('responsiveness');

/** What misses the target, hung up or answered late, lowers responsiveness. */
export function feelWaits(segment: SegmentState, _month: number, firm: FirmState): void {
  if (!firm.centre) return;
  const change = firm.centreMonth.serviceLevel - firm.centre.start.serviceLevel;
  segment.serviceShift[responsiveness] = firm.parameters.waitPoints * change;
}

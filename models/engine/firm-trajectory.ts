import type { FirmState } from '../mechanisms/state-firm.ts';

/** What happened to the firm as a whole. Arrays over months have entries 0..T; month 0 is the start. */
export interface FirmTrajectory {
  /** Morale of those who serve, 0–1. */
  readonly morale: Float64Array;
  /** Absent where the world states no contact centre. */
  readonly centre?: CentreTrajectory;
}

export interface CentreTrajectory {
  /** On duty, on average over the open hours. */
  readonly agents: Float64Array;
  readonly contacts: Float64Array;
  /** Mean wait of all contacts [s], and what it would be if nobody hung up; `Infinity` where the queue would have no end. */
  readonly wait: Float64Array;
  readonly patientWait: Float64Array;
  /** Shares of contacts: answered within the target, hung up. */
  readonly serviceLevel: Float64Array;
  readonly abandoned: Float64Array;
  /** Share of their time in which agents are busy. */
  readonly occupancy: Float64Array;
}

export function createFirmTrajectory(firm: FirmState, months: number): FirmTrajectory {
  const perMonth = () => new Float64Array(months + 1);
  const trajectory: FirmTrajectory = {
    morale: perMonth(),
    ...(firm.centre && {
      centre: {
        agents: perMonth(),
        contacts: perMonth(),
        wait: perMonth(),
        patientWait: perMonth(),
        serviceLevel: perMonth(),
        abandoned: perMonth(),
        occupancy: perMonth(),
      },
    }),
  };
  recordFirmMonth(trajectory, firm, 0);
  return trajectory;
}

/** Takes down a month whose steps have run. */
export function recordFirmMonth({ morale, centre }: FirmTrajectory, firm: FirmState, month: number): void {
  morale[month] = firm.morale;
  if (!centre) return;
  const { centreMonth } = firm;
  centre.agents[month] = firm.schedule.agents[month];
  centre.contacts[month] = centreMonth.contacts;
  centre.wait[month] = centreMonth.wait;
  centre.patientWait[month] = centreMonth.patientWait ?? Number.POSITIVE_INFINITY;
  centre.serviceLevel[month] = centreMonth.serviceLevel;
  centre.abandoned[month] = centreMonth.abandonment;
  centre.occupancy[month] = centreMonth.occupancy;
}

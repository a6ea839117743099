import { sum } from '../core/sum.ts';
import { answerLoad } from '../mechanisms/contact-centre.ts';
import type { Parameters } from '../mechanisms/index.ts';
import { parMorale } from '../mechanisms/staff.ts';
import type { SegmentState } from '../mechanisms/state.ts';
import type { CentreMonth, ContactCentre, FirmState } from '../mechanisms/state-firm.ts';
import type { Plan, Scenario, WorldDescription } from '../scenario/scenario.ts';
import { createFirmSchedule } from './firm-schedule.ts';
import type { Sample } from './sample.ts';

type OperationsState = Pick<
  FirmState,
  | 'parameters'
  | 'schedule'
  | 'customerShares'
  | 'centre'
  | 'centreMonth'
  | 'morale'
  | 'attitude'
  | 'cynicism'
  | 'skill'
  | 'turnover'
  | 'staffCost'
>;

const noContacts: CentreMonth = {
  contacts: 0,
  repeats: 0,
  wait: 0,
  patientWait: 0,
  abandonment: 0,
  serviceLevel: 0,
  occupancy: 0,
  overload: 0,
};

/** Staff and contact centre at the steady state that the world implies, and what the plan sets for them. */
export function createOperations(
  scenario: Scenario,
  plan: Plan,
  states: readonly SegmentState[],
  sample: Sample,
): OperationsState {
  const { world, months } = scenario;
  const parameters = sample.parameters({});
  const customers = states.map((state) => sum(state.weight));
  const everyone = customers.reduce((total, count) => total + count, 0);
  const centre = createCentre(world, states, everyone, sample, parameters);
  return {
    parameters,
    schedule: createFirmSchedule(plan, months, world.operations, sample, parameters),
    customerShares: new Map(states.map((state, index) => [state.name, customers[index] / everyone])),
    centre,
    centreMonth: centre?.start ?? noContacts,
    morale: parMorale,
    attitude: 0,
    cynicism: 0,
    skill: 0,
    turnover: centre?.turnover ?? 0,
    staffCost: 0,
  };
}

/** Contacts are counted with their repeats, so that the loop of repeats starts closed. */
function createCentre(
  { operations, segments }: WorldDescription,
  states: readonly SegmentState[],
  customers: number,
  sample: Sample,
  parameters: Parameters,
): ContactCentre | undefined {
  if (!operations) return undefined;
  const { peak } = operations;
  const shape = {
    openHours: sample.of(operations.openHoursPerMonth),
    handleTimeSeconds: sample.of(operations.handleTimeSeconds),
    patienceSeconds: sample.of(operations.patienceSeconds),
    targetSeconds: sample.of(operations.targetSeconds),
    peakContacts: sample.of(peak.contacts),
    peakHours: sample.of(peak.hours),
    peakAgents: sample.of(peak.agents),
    resolved: sample.of(operations.resolved),
    agentCost: sample.of(operations.agentCost),
    turnover: sample.of(operations.turnoverPerYear),
  };
  const agents = sample.of(operations.agents);
  const load = { ...shape, contacts: customers * sample.of(operations.contactsPerMonth), agents };
  return {
    ...shape,
    agents,
    customers,
    startHazards: Float64Array.from(segments, (segment) => sample.of(segment.churnPerMonth)),
    startFailures: Float64Array.from(states, (state) => state.failures),
    start: answerLoad(shape, load, parameters),
  };
}

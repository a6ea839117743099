import { account } from '../mechanisms/finance.ts';
import type { SegmentSchedule, SegmentState } from '../mechanisms/state.ts';
import type { FirmState } from '../mechanisms/state-firm.ts';
import type { Plan, Scenario } from '../scenario/scenario.ts';
import { type Channel, type Cut, channels, type MonthFunction, moneyChannels } from './channels.ts';
import type { Sample } from './sample.ts';
import { simulate, type Trajectory } from './simulate.ts';
import { type Step, steps } from './steps.ts';

/** Values of a cut's fields, in its order. */
interface Saved {
  readonly segment: readonly unknown[];
  readonly firm: readonly unknown[];
}

/** A run as always, with what passed through the channels. */
export interface ChannelRecord {
  readonly trajectory: Trajectory;
  readonly schedules: readonly SegmentSchedule[];
  /** For each cut, by segment (by the firm alone where the function is the firm's) and month. */
  readonly saved: ReadonlyMap<Cut, readonly (readonly Saved[])[]>;
}

/** A plan's run with some channels off. */
export interface CoalitionRun {
  readonly trajectory: Trajectory;
  /** The same people with both money channels off: revenue and costs by segment, over months 0..T [money]. */
  readonly usualRevenue: readonly Float64Array[];
  readonly usualCosts: readonly Float64Array[];
}

const allCuts = channels.flatMap((channel) => channel.cuts);
const moneyCuts = moneyChannels.flatMap((channel) => channel.cuts);

/** Runs a plan, or `do nothing`, and takes down what passes through the channels. */
export function recordChannels(
  scenario: Scenario,
  plan: Plan,
  sample: Sample,
  baseline?: Trajectory,
): ChannelRecord {
  const saved = new Map(allCuts.map((cut) => [cut, scenario.world.segments.map((): Saved[] => [])]));
  const schedules: SegmentSchedule[] = [];
  const order = aroundFunctions(scenario, allCuts, (cuts) => {
    const during = cuts.filter(({ when }) => when === 'during');
    const after = cuts.filter(({ when }) => when === 'after');
    return (call) => {
      const { segment, firm, place, month } = call;
      if (segment) schedules[place] ??= segment.schedule;
      const save = (cut: Cut) => {
        saved.get(cut)![place][month] = { segment: copy(segment, cut.segment), firm: copy(firm, cut.firm) };
      };
      during.forEach(save);
      call.run();
      after.forEach(save);
    };
  });
  const trajectory = simulate(scenario, plan, sample, undefined, order, baseline);
  return { trajectory, schedules, saved };
}

/** Runs a plan while the given channels follow `usual`, the record of `do nothing` in the same draw. */
export function runCoalition(
  scenario: Scenario,
  plan: Plan,
  sample: Sample,
  usual: ChannelRecord,
  off: readonly Channel[],
): CoalitionRun {
  const perSegment = () => scenario.world.segments.map(() => new Float64Array(scenario.months + 1));
  const [usualRevenue, usualCosts] = [perSegment(), perSegment()];
  const offCuts = off.flatMap((channel) => channel.cuts);
  const order = aroundFunctions(scenario, [...offCuts, ...moneyCuts], (cuts) => {
    if (cuts[0].at === account) {
      const follow = following(moneyCuts, usual);
      return (call) => {
        const { segment, place, month } = call;
        follow(call);
        usualRevenue[place][month] = segment!.revenue;
        usualCosts[place][month] = segment!.costs;
        call.run();
      };
    }
    const during = cuts.filter(({ when }) => when === 'during');
    const after = cuts
      .filter(({ when }) => when === 'after')
      .map((cut) => ({ cut, saved: usual.saved.get(cut)! }));
    const follow = following(during, usual);
    return (call) => {
      if (during.length > 0) follow(call);
      else call.run();
      const { place, month } = call;
      for (const { cut, saved } of after) restore(cut, saved[place][month], call);
    };
  });
  const trajectory = simulate(scenario, plan, sample, undefined, order, usual.trajectory);
  return { trajectory, usualRevenue, usualCosts };
}

/** Channels through which two records of one draw differ. */
export function touchedChannels(plan: ChannelRecord, usual: ChannelRecord): Channel[] {
  return channels.filter(({ cuts }) => cuts.some((cut) => differsAt(cut, plan, usual)));
}

function differsAt(cut: Cut, plan: ChannelRecord, usual: ChannelRecord): boolean {
  const schedules = plan.schedules.some((schedule, place) =>
    cut.schedule?.some((name) => !same(schedule[name], usual.schedules[place][name])),
  );
  if (schedules) return true;
  const before = usual.saved.get(cut)!;
  return plan.saved.get(cut)!.some((months, place) =>
    months.some(({ segment, firm }, month) => {
      const usually = before[place][month];
      return !(sameAll(segment, usually.segment) && sameAll(firm, usually.firm));
    }),
  );
}

function sameAll(a: readonly unknown[], b: readonly unknown[]): boolean {
  return a.every((value, k) => same(value, b[k]));
}

function same(a: unknown, b: unknown): boolean {
  if (!ArrayBuffer.isView(a)) {
    return typeof a === 'object' && a !== null
      ? sameAll(Object.values(a), Object.values(b as object))
      : a === b;
  }
  const [these, those] = [a as Float64Array, b as Float64Array];
  return these.every((value, k) => value === those[k]);
}

interface Call {
  readonly segment: SegmentState | undefined;
  readonly firm: FirmState;
  /** Index of the segment; 0 for the firm's functions. */
  readonly place: number;
  readonly month: number;
  readonly run: () => void;
}

/** The order of the month with something around each function that one of the cuts is at; made once for each. */
function aroundFunctions(
  scenario: Scenario,
  cuts: readonly Cut[],
  makeAround: (cuts: readonly Cut[]) => (call: Call) => void,
): Step[] {
  const places = new Map(scenario.world.segments.map(({ name }, index) => [name, index]));
  const cutsAt = (at: MonthFunction) => cuts.filter((cut) => cut.at === at);
  return steps.map((step) => {
    const { firmWide } = step;
    const atFirm = firmWide ? cutsAt(firmWide) : [];
    const aroundFirm = atFirm.length > 0 && makeAround(atFirm);
    return {
      ...step,
      ...(aroundFirm && {
        firmWide: (firm, segments, month) =>
          aroundFirm({
            ...{ segment: undefined, firm, place: 0, month },
            run: () => firmWide!(firm, segments, month),
          }),
      }),
      run: step.run.map((original) => {
        const at = cutsAt(original);
        if (at.length === 0) return original;
        const around = makeAround(at);
        return (segment: SegmentState, month: number, firm: FirmState) => {
          const run = () => original(segment, month, firm);
          around({ segment, firm, place: places.get(segment.name)!, month, run });
        };
      }),
    };
  });
}

function pick(
  schedule: SegmentSchedule,
  names: readonly (keyof SegmentSchedule)[],
): Partial<SegmentSchedule> {
  return Object.fromEntries(names.map((name) => [name, schedule[name]]));
}

/** Runs a function while its inputs are those of `do nothing`; then the plan's return. */
function following(cuts: readonly Cut[], usual: ChannelRecord): (call: Call) => void {
  const names = cuts.flatMap(({ schedule }) => schedule ?? []);
  // The plan's schedules with some fields of `do nothing`, each merged once.
  const merged: SegmentSchedule[] = [];
  const ofStates = cuts
    .filter(({ segment, firm }) => segment || firm)
    .map((cut) => ({ cut, saved: usual.saved.get(cut)! }));
  return (call) => {
    const { segment, firm, place, month } = call;
    const schedule = segment?.schedule;
    if (segment && schedule) {
      merged[place] ??= { ...schedule, ...pick(usual.schedules[place], names) };
      setSchedule(segment, merged[place]);
    }
    const own = ofStates.map(({ cut }) => ({
      segment: copy(segment, cut.segment),
      firm: copy(firm, cut.firm),
    }));
    for (const { cut, saved } of ofStates) restore(cut, saved[place][month], call);
    call.run();
    for (const [k, { cut }] of ofStates.entries()) restore(cut, own[k], call);
    if (segment && schedule) setSchedule(segment, schedule);
  };
}

/** A schedule is fixed for all but this: a channel that is off reads another. */
function setSchedule(segment: SegmentState, schedule: SegmentSchedule): void {
  (segment as { schedule: SegmentSchedule }).schedule = schedule;
}

function copy<State extends SegmentState | FirmState>(
  state: State | undefined,
  names: readonly (keyof State)[] | undefined,
): unknown[] {
  if (!state || !names) return [];
  return names.map((name) => {
    const value: unknown = state[name];
    return ArrayBuffer.isView(value) ? (value as Float64Array).slice() : value;
  });
}

function restore(cut: Cut, saved: Saved, { segment, firm }: Call): void {
  const { segment: ofSegment, firm: ofFirm } = cut;
  if (ofSegment) for (let k = 0; k < ofSegment.length; k++) write(segment!, ofSegment[k], saved.segment[k]);
  if (ofFirm) for (let k = 0; k < ofFirm.length; k++) write(firm, ofFirm[k], saved.firm[k]);
}

function write<State>(state: State, name: keyof State, value: unknown): void {
  if (ArrayBuffer.isView(value)) (state[name] as Float64Array).set(value as Float64Array);
  else (state as Record<keyof State, unknown>)[name] = value;
}

import { formulaWords } from '../core/parse-formula.ts';
import { checkLesson } from './check-lesson.ts';
import { checkOptimise } from './check-optimise.ts';
import { checkPlan } from './check-plan.ts';
import { checkStandardNames } from './check-service.ts';
import { checkStaff } from './check-staff.ts';
import { checkOneWordEach } from './check-words.ts';
import { kpiSeries } from './scenario.ts';
import type { FileSketch } from './schema.ts';
import { complainPath, type ReadContext } from './spot.ts';

type WorldSketch = NonNullable<FileSketch['world']>;
type SegmentSketch = NonNullable<NonNullable<WorldSketch['segments']>[number]>;

/** What no single place of the file can tell: names that clash, sums, and actions that contradict each other. */
export function checkAcross(file: FileSketch, context: ReadContext): void {
  checkInputNames(file, context);
  checkDistinct(file.world?.segments, 'world.segments', 'segment', context);
  checkDistinct(file.plans, 'plans', 'plan', context);
  checkDistinct(file.kpis, 'kpis', 'figure', context);
  file.world?.segments?.forEach((segment, index) => {
    if (segment) checkSegment(segment, `world.segments[${index}]`, context);
  });
  checkEvents(file.world, context);
  checkStaff(file, context);
  file.plans?.forEach((plan, index) => {
    if (plan) checkPlan(plan, `plans[${index}]`, file.world?.segments ?? [], context);
  });
  checkStandardNames(file, context);
  checkOptimise(file, context);
  checkLesson(file, context);
}

/** What an input may be called, or why it may not. */
export function refuseInputName(name: string): string | undefined {
  if (!/^[A-Za-z][A-Za-z0-9_]{0,39}$/.test(name)) {
    return 'is no name for a formula: use letters, digits and _, starting with a letter';
  }
  if (formulaWords.has(name)) return 'means something else in a formula; choose another name';
  if ((kpiSeries as readonly string[]).includes(name)) return 'is the name of a series; choose another name';
  return undefined;
}

function checkInputNames(file: FileSketch, context: ReadContext): void {
  for (const { name } of file.inputs ?? []) {
    const refused = refuseInputName(name);
    if (refused) complainPath(context, `inputs.${name}`, 'wrong-type', refused);
  }
}

function checkDistinct(
  items: readonly ({ readonly name?: string | undefined } | undefined)[] | undefined,
  path: string,
  what: string,
  context: ReadContext,
): void {
  const first = new Map<string, number>();
  items?.forEach((item, index) => {
    if (item?.name === undefined) return;
    const earlier = first.get(item.name);
    if (earlier === undefined) first.set(item.name, index);
    else {
      const message = `is also the name of ${path}[${earlier}]; every ${what} has its own`;
      complainPath(context, `${path}[${index}].name`, 'conflict', message);
    }
  });
}

function checkSegment(segment: SegmentSketch, path: string, context: ReadContext): void {
  checkTenure(segment, path, context);
  checkOneWordEach(Object.keys(segment.service ?? {}), `${path}.service`, context);
}

function checkTenure({ tenure }: SegmentSketch, path: string, context: ReadContext): void {
  const shares = tenure?.map((group) => group?.share);
  if (shares === undefined || shares.includes(undefined)) return;
  const sum = shares.reduce<number>((total, share) => total + (share ?? 0), 0);
  if (Math.abs(sum - 1) > 1e-9) {
    const percent = Number((100 * sum).toPrecision(6));
    complainPath(
      context,
      `${path}.tenure`,
      'out-of-range',
      `has shares that add up to ${percent} %, not 100 %`,
    );
  }
}

const eventKinds = [
  ['competitorPrice', 'the competitor’s price'],
  ['competitorService', 'the competitor’s service'],
  ['economy', 'purchasing power'],
] as const;

function checkEvents(world: FileSketch['world'], context: ReadContext): void {
  const taken = new Set<string>();
  world?.events?.forEach((event, index) => {
    const path = `world.events[${index}]`;
    const { by, to } = event?.competitorPrice ?? {};
    if ((to || by?.kind === 'byAmount') && world.market?.competitorPrice === undefined) {
      const message = 'needs world.market.competitorPrice, or a relative change such as by: -5 %';
      complainPath(context, `${path}.competitorPrice`, 'missing', message);
    }
    if (event?.at === undefined) return;
    for (const [kind, what] of eventKinds) {
      if (!(kind in event)) continue;
      const key = `${what} in month ${event.at}`;
      if (taken.has(key)) complainPath(context, `${path}.at`, 'conflict', `another event sets ${key}`);
      taken.add(key);
    }
  });
}

import { readFileSync } from 'node:fs';
import type { Impact } from '../../models/analysis/impact.ts';
import {
  type Assumptions,
  formatProblem,
  type Plan,
  parseScenario,
  type Scenario,
} from '../../models/index.ts';
import { assume } from '../support/build-scenario.ts';
import { impactBest } from '../support/run-scenario.ts';
import type { Channel, Measure } from './channel.ts';

/** A plan's figures against `do nothing` at best values, with a channel and without. */
export interface Measured {
  readonly channel: Channel;
  readonly title: string;
  readonly currency: string;
  readonly with: Figures;
  readonly without: Figures;
  /** Whether the figure goes where the literature says. */
  readonly agrees: boolean;
}

export type Figures = { readonly [measure in Measure]: number };

/** Less than this, of the figure's own size, is no effect. */
const noticeable = 1e-4;

/** Measures each channel where it acts; a plan with everything on is run once. */
export async function measureChannels(channels: readonly Channel[]): Promise<Measured[]> {
  const scenarios = new Map<string, Scenario>();
  const intact = new Map<string, Figures>();
  const measured: Measured[] = [];
  for (const channel of channels) {
    const { file, plan: name, off } = channel;
    const scenario = scenarios.get(file) ?? (await readScenario(file));
    scenarios.set(file, scenario);
    const plan = planNamed(scenario, name);
    const place = `${file} ${name}`;
    const whole = intact.get(place) ?? figuresOf(impactBest(scenario, plan));
    intact.set(place, whole);
    const without = figuresOf(impactBest(switchOff(scenario, off), plan));
    const { title, currency } = scenario;
    measured.push({
      channel,
      title,
      currency,
      with: whole,
      without,
      agrees: agrees(channel, whole, without),
    });
  }
  return measured;
}

/** The scenario with parameters at given values in every segment, whatever the segment assumes of its own. */
export function switchOff(scenario: Scenario, off: Channel['off']): Scenario {
  const { world } = scenario;
  const segments = world.segments.map((segment) => ({
    ...segment,
    assumptions: Object.fromEntries(
      Object.entries(segment.assumptions).filter(([name]) => !(name in off)),
    ) as Assumptions,
  }));
  return {
    ...scenario,
    world: { ...world, segments, assumptions: { ...world.assumptions, ...assume(off) } },
  };
}

export async function readScenario(file: string): Promise<Scenario> {
  const path = new URL(file === 'firm.yaml' ? file : `../../scenarios/${file}`, import.meta.url);
  const outcome = await parseScenario(readFileSync(path, 'utf8'), file);
  if (!outcome.ok) throw new Error(outcome.problems.map(formatProblem).join('\n'));
  return outcome.scenario;
}

function planNamed(scenario: Scenario, name: string): Plan {
  const plan = scenario.plans.find((candidate) => candidate.name === name);
  if (!plan) throw new Error(`${scenario.title} has no plan ${name}`);
  return plan;
}

function figuresOf({ attrition, profitWithEquity, customersEndDifference }: Impact): Figures {
  return {
    attrition,
    'profit with equity': profitWithEquity,
    'customers at the end': customersEndDifference,
  };
}

function agrees({ on, without }: Channel, whole: Figures, off: Figures): boolean {
  const change = off[on] - whole[on];
  const size = Math.max(Math.abs(off[on]), Math.abs(whole[on]));
  return (without === 'higher' ? change : -change) > noticeable * size;
}

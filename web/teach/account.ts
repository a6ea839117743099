import { addsUp, type MechanismName, mechanisms, type TracedMechanism } from '../../models/index.ts';
import {
  formatCount,
  formatMoney,
  formatNumber,
  formatPercent,
  formatSigned,
  formatSignedPercent,
} from '../format.ts';
import { type Played, playedToday } from '../state/teaching.ts';
import { debriefWords, effects, type FigureKind, figures } from './debrief-text.ts';
import { tellApart } from './outcomes.ts';
import type { TeachDesk } from './teach-desk.ts';

/** What a mechanism did in the runs that the room has seen. */
export interface Account {
  readonly name: MechanismName;
  readonly title: string;
  readonly effect: string;
  /** `null` where the run records nothing that could be told by itself. */
  readonly figure: AccountFigure | null;
}

export interface AccountFigure {
  readonly label: string;
  /** Which months the values are of, in words. */
  readonly when: string;
  readonly rows: readonly { readonly played: string; readonly value: string }[];
}

/** More plans than these are too many to tell beside each other. */
const mostPlans = 3;

/** What the room compares: what stands side by side at Run, a lesson's plans where they are few, and today. */
export function comparedOf({ played, beside, scenario }: Pick<TeachDesk, 'played' | 'beside' | 'scenario'>) {
  const { lesson, plans } = scenario;
  const few = lesson && plans.length <= mostPlans ? plans.map(({ name }): Played => `plan ${name}`) : [];
  const shown = [played, ...(beside === null ? [] : [beside]), ...few].filter((one) => one !== playedToday);
  return [...new Set(shown), playedToday];
}

/** What each of these mechanisms did, in the order of the month. */
export function accountsOf(desk: TeachDesk, named: readonly MechanismName[]): Account[] {
  return mechanisms
    .filter(({ name }) => named.includes(name))
    .map(({ name, title }) => ({ name, title, effect: effects[name], figure: figureOf(desk, name) }));
}

function figureOf(desk: TeachDesk, name: MechanismName): AccountFigure | null {
  if (!isTraced(name)) return null;
  const compared = comparedOf(desk);
  const traces = compared.flatMap((played) => desk.trace(played).get(name) ?? []);
  if (traces.length === 0) return null;
  const [kind, label] = figures[name];
  const { values, when } = addsUp(name) ? totals(traces) : levels(traces, kind);
  const told = write(kind, values, desk.scenario.currency);
  return {
    label,
    when,
    rows: compared.map((played, at) => ({ played: desk.name(played), value: told[at] })),
  };
}

function isTraced(name: MechanismName): name is TracedMechanism {
  return name in figures;
}

function totals(traces: readonly Float64Array[]) {
  const values = traces.map((trace) => trace.reduce((total, value) => total + value, 0));
  return { values, when: debriefWords.over(traces[0].length) };
}

/** Levels of the month in which they are furthest apart: what passes shows there, what lasts near the end. */
function levels(traces: readonly Float64Array[], kind: FigureKind) {
  const months = traces[0].length;
  const at = (index: number) => traces.map((trace) => trace[index]);
  const spreads = Array.from(
    { length: months },
    (_, index) => Math.max(...at(index)) - Math.min(...at(index)),
  );
  const widest = spreads.lastIndexOf(Math.max(...spreads));
  const values = at(widest);
  if (new Set(write(kind, values, '')).size > 1) return { values, when: debriefWords.apart(widest + 1) };
  return { values: at(months - 1), when: debriefWords.alike(months) };
}

/** What differs by less than so many decimals more than usual is alike to a room. */
const mostDecimals = 1;

/** Figures of a kind, with as many decimals as tell them apart. */
function write(kind: FigureKind, values: readonly number[], currency: string): string[] {
  return tellApart(values, (value, more) => writeOne(kind, value, more, currency), mostDecimals);
}

function writeOne(kind: FigureKind, value: number, more: number, currency: string): string {
  switch (kind) {
    case 'scale':
      return formatNumber(value, 1 + more);
    case 'points':
      return formatSigned(value, 1 + more);
    case 'hundred':
      return formatNumber(100 * value, more);
    case 'share':
      return formatPercent(value, 1 + more);
    case 'change':
      return formatSignedPercent(value, 1 + more);
    case 'seconds':
      return debriefWords.seconds(formatNumber(value, more));
    case 'count':
      return formatCount(value);
    case 'money':
      return formatMoney(value, currency);
  }
}

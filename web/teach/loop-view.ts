import { type MechanismLink, type MechanismName, mechanismLinks, mechanisms } from '../../models/index.ts';
import type { Sheet } from '../charts/sheet.ts';
import { debriefWords } from './debrief-text.ts';
import { stateWords } from './loop-text.ts';

export interface LoopNode {
  readonly name: MechanismName | 'plan';
  readonly title: string;
  /** Named by the lesson, not only on the way. */
  readonly isNamed: boolean;
}

export interface LoopLink {
  readonly from: LoopNode['name'];
  readonly to: LoopNode['name'];
  /** What passes, in words; none from the plan, which sets many things. */
  readonly carries: readonly string[];
}

export interface Loop {
  /** In the order of the month, the plan first. */
  readonly nodes: readonly LoopNode[];
  readonly links: readonly LoopLink[];
  readonly sheet: Sheet;
}

/** Of a question without a lesson of its own. */
export const promiseMechanisms: readonly MechanismName[] = [
  'delivery',
  'expectation',
  'satisfaction',
  'trust',
  'acquisition',
];

/**
 * What a lesson moves: its mechanisms, those on the shortest way from them to leaving, and all links between these.
 * No way leads through what the world does not have: `absent`.
 */
export function createLoop(named: readonly MechanismName[], absent: readonly MechanismName[] = []): Loop {
  const all = mechanismLinks().filter(({ from, to }) => !absent.includes(from) && !absent.includes(to));
  const shown = new Set<MechanismName>([...named, 'attrition']);
  for (const name of named) for (const step of shortestWay(all, name, 'attrition')) shown.add(step);
  const inOrder = mechanisms.filter(({ name }) => shown.has(name));
  const driven = inOrder.filter(
    ({ name, reads }) => named.includes(name) && reads.some((read) => read.startsWith('schedule.')),
  );
  const links: LoopLink[] = [
    ...driven.map(({ name }) => ({ from: 'plan' as const, to: name, carries: [] })),
    ...all
      .filter(({ from, to }) => shown.has(from) && shown.has(to))
      .map(({ from, to, carries }) => ({ from, to, carries: [...new Set(carries.map(toWords))] })),
  ];
  const nodes: LoopNode[] = inOrder.map(({ name, title }) => ({
    name,
    title,
    isNamed: named.includes(name),
  }));
  if (driven.length > 0) nodes.unshift({ name: 'plan', title: debriefWords.plan, isNamed: false });
  return { nodes, links, sheet: sheetOf(nodes, links) };
}

function shortestWay(
  links: readonly MechanismLink[],
  from: MechanismName,
  to: MechanismName,
): MechanismName[] {
  const before = new Map<MechanismName, MechanismName | null>([[from, null]]);
  const waiting = [from];
  for (const at of waiting) {
    for (const link of links) {
      if (link.from !== at || before.has(link.to)) continue;
      before.set(link.to, at);
      waiting.push(link.to);
    }
  }
  const way: MechanismName[] = [];
  for (let at = before.has(to) ? to : null; at; at = before.get(at) ?? null) way.unshift(at);
  return way;
}

/** A state without words of its own by its name: `talkDraw` is "talk draw". */
function toWords(name: string): string {
  return stateWords[name] ?? name.replaceAll(/([A-Z])/g, ' $1').toLowerCase();
}

function sheetOf(nodes: readonly LoopNode[], links: readonly LoopLink[]): Sheet {
  const title = (name: string) => nodes.find((node) => node.name === name)?.title ?? name;
  const { from, to, carries } = debriefWords.loopColumns;
  return {
    columns: [{ title: from }, { title: to }, { title: carries }],
    rows: links.map((link) => [title(link.from), title(link.to), link.carries.join(', ') || '–']),
  };
}

import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, posix } from 'node:path';
import { fileURLToPath } from 'node:url';
import ts from 'typescript';

/** Source text by path from the repository's root, such as `models/core/random.ts`. */
export type Sources = ReadonlyMap<string, string>;

const root = fileURLToPath(new URL('../..', import.meta.url));

export function readSources(...folders: readonly string[]): Sources {
  const files = folders.flatMap((folder) => listFiles(folder)).filter((path) => /(?<!\.d)\.ts$/.test(path));
  return new Map(files.map((path) => [path, readFileSync(join(root, path), 'utf8')]));
}

/** Paths of all files under a folder of the repository, hidden ones left out. */
export function listFiles(folder: string): string[] {
  if (!existsSync(join(root, folder))) return [];
  return readdirSync(join(root, folder), { withFileTypes: true }).flatMap((entry) => {
    if (entry.name.startsWith('.')) return [];
    const path = `${folder}/${entry.name}`;
    return entry.isDirectory() ? listFiles(path) : [path];
  });
}

const simulator = ['models/core', 'models/mechanisms', 'models/scenario', 'models/engine', 'models/analysis'];

/** Who may import whom within the repository. A key is a folder or one file; the longest that fits a file rules it. */
const mayImport: Readonly<Record<string, readonly string[]>> = {
  'models/core': simulator.slice(0, 1),
  'models/mechanisms': simulator.slice(0, 2),
  'models/scenario': simulator.slice(0, 3),
  'models/engine': simulator.slice(0, 4),
  'models/analysis': simulator,
  'models/index.ts': simulator,
  // The board page is one piece of code for both: text in, text out.
  server: ['server', 'models/index.ts', 'package.json', 'web/report'],
  web: ['web', 'models/index.ts'],
};

/** Of these only types may be imported, and so nothing of them is in the bundle. */
const mayImportTypes: Readonly<Record<string, readonly string[]>> = {
  web: ['server/routes', 'server/problem-schema.ts'],
};

/** Packages and the only places that may import them. */
const packagePlaces: Readonly<Record<string, readonly string[]>> = {
  '@noble/hashes': ['models/core'],
  mathjs: ['models/core'],
  seedrandom: ['models/core'],
  yaml: ['models/scenario'],
  typebox: [
    'models/scenario',
    'models/analysis/result-schema.ts',
    'models/analysis/result-header-schema.ts',
    'models/analysis/concentration-schema.ts',
    'models/analysis/attribution-schema.ts',
    'models/analysis/optimum-schema.ts',
    'models/analysis/safe-schema.ts',
    'models/analysis/sensitivity-schema.ts',
    'models/analysis/sweep-schema.ts',
    'models/analysis/compare-schema.ts',
    'server',
  ],
  'chart.js': ['web/charts'],
  '@codemirror/autocomplete': ['web/analyse'],
  '@codemirror/commands': ['web/analyse'],
  '@codemirror/lang-yaml': ['web/analyse'],
  '@codemirror/language': ['web/analyse'],
  '@codemirror/lint': ['web/analyse'],
  '@codemirror/search': ['web/analyse'],
  '@codemirror/state': ['web/analyse'],
  '@codemirror/view': ['web/analyse'],
  '@lezer/highlight': ['web/analyse'],
  lit: ['web'],
  virtual: ['web'],
  fastify: ['server'],
  '@fastify/helmet': ['server'],
  '@fastify/rate-limit': ['server'],
  '@fastify/static': ['server'],
  '@fastify/swagger': ['server'],
  '@fastify/swagger-ui': ['server'],
  '@fastify/type-provider-typebox': ['server'],
  '@fastify/under-pressure': ['server'],
  ajv: ['server/validate.ts'],
  piscina: ['server/pool.ts', 'server/jobs/job-threads.ts'],
  node: ['server'],
};

/** Whatever breaks the direction of imports, one line each. */
export function findForbiddenImports(sources: Sources): string[] {
  return importsOf(sources).flatMap(({ from, to, types }) => {
    if (to.startsWith('.')) {
      const target = resolve(from, to);
      const allowed =
        isAllowed(mayImport, from, target) || (types && isAllowed(mayImportTypes, from, target));
      return allowed ? [] : [`${from} imports ${to}`];
    }
    const places = packagePlaces[packageOf(to)] ?? [];
    return places.some((place) => isWithin(from, place)) ? [] : [`${from} imports ${to}`];
  });
}

/** What mechanisms meet through: how they are described, and named state. */
export const sharedByMechanisms = ['description', 'state', 'state-firm', 'state-market'];

/** Mechanisms meet through named state; only the registry knows several, and lends them the type of all parameters. */
export function findMechanismImports(sources: Sources): string[] {
  const shared = sharedByMechanisms.map((name) => `models/mechanisms/${name}.ts`);
  return importsOf(sources).flatMap(({ from, to, types }) => {
    const target = resolve(from, to);
    const registry = 'models/mechanisms/index.ts';
    const between = [from, target].every((path) => isWithin(path, 'models/mechanisms'));
    const allowed = from === registry || shared.includes(target) || (types && target === registry);
    return between && !allowed ? [`${from} imports ${to}`] : [];
  });
}

/** Files that import each other in a circle, as the circle; types do not count, being gone at run time. */
export function findCycles(sources: Sources): string[] {
  const targets = new Map([...sources.keys()].map((path) => [path, [] as string[]]));
  for (const { from, to, types } of importsOf(sources))
    if (!types) targets.get(from)?.push(resolve(from, to));
  const done = new Set<string>();
  const cycles: string[] = [];
  const visit = (path: string, trail: readonly string[]): void => {
    const start = trail.indexOf(path);
    if (start >= 0) cycles.push([...trail.slice(start), path].join(' -> '));
    if (start >= 0 || done.has(path)) return;
    for (const target of targets.get(path) ?? []) visit(target, [...trail, path]);
    done.add(path);
  };
  for (const path of sources.keys()) visit(path, []);
  return cycles;
}

/** Where the page speaks to a server by itself: one file speaks to the API, one asks what the page is by now. */
export function findRequests(sources: Sources): string[] {
  return findIn(sources, (node) => {
    const speaks = ['fetch', 'XMLHttpRequest', 'EventSource', 'WebSocket', 'sendBeacon'];
    return ts.isIdentifier(node) && speaks.includes(node.text) ? node.text : undefined;
  }).filter((found) => !/^web\/(api|read-page)\.ts:/.test(found));
}

/** What would make two machines, or two runs, disagree. Comments and strings do not count. */
export function findUnrepeatable(sources: Sources): string[] {
  return findIn(sources, unrepeatable);
}

/** Every place in the code that is named, as `path:line what`. */
function findIn(sources: Sources, nameOf: (node: ts.Node) => string | undefined): string[] {
  const found: string[] = [];
  for (const [path, text] of sources) {
    const file = ts.createSourceFile(path, text, ts.ScriptTarget.Latest, true);
    const visit = (node: ts.Node): void => {
      const what = nameOf(node);
      if (what) found.push(`${path}:${file.getLineAndCharacterOfPosition(node.getStart()).line + 1} ${what}`);
      ts.forEachChild(node, visit);
    };
    visit(file);
  }
  return found;
}

function unrepeatable(node: ts.Node): string | undefined {
  if (ts.isPropertyAccessExpression(node) && /^Math\.(pow|random)$/.test(node.getText()))
    return node.getText();
  if (node.kind === ts.SyntaxKind.AsteriskAsteriskToken) return '**';
  if (node.kind === ts.SyntaxKind.AsteriskAsteriskEqualsToken) return '**=';
  return ts.isIdentifier(node) && ['Date', 'eval', 'Function'].includes(node.text) ? node.text : undefined;
}

/** Files above a number of lines. */
export function findLongFiles(sources: Sources, mostLines: number): string[] {
  return [...sources].flatMap(([path, text]) => {
    const lines = text.trimEnd().split('\n').length;
    return lines > mostLines ? [`${path} has ${lines} lines`] : [];
  });
}

interface Import {
  readonly from: string;
  readonly to: string;
  /** Only types: nothing is left of it at run time. */
  readonly types: boolean;
}

function importsOf(sources: Sources): Import[] {
  return [...sources].flatMap(([from, text]) => {
    const file = ts.createSourceFile(from, text, ts.ScriptTarget.Latest, true);
    const typed = new Set(file.statements.flatMap((statement) => typeImport(statement) ?? []));
    const imported = ts.preProcessFile(text, true, true).importedFiles;
    return imported.map(({ fileName, pos }) => ({ from, to: fileName, types: typed.has(pos) }));
  });
}

/** Where the name of the file stands that a statement imports types from. */
function typeImport(statement: ts.Statement): number | undefined {
  if (ts.isImportDeclaration(statement) && statement.importClause?.isTypeOnly) {
    return statement.moduleSpecifier.getStart();
  }
  if (ts.isExportDeclaration(statement) && statement.isTypeOnly) return statement.moduleSpecifier?.getStart();
  return undefined;
}

function isAllowed(
  rules: Readonly<Record<string, readonly string[]>>,
  from: string,
  target: string,
): boolean {
  const rule = Object.keys(rules)
    .filter((key) => isWithin(from, key))
    .sort((a, b) => b.length - a.length)[0];
  return rule !== undefined && rules[rule].some((allowed) => isWithin(target, allowed));
}

function isWithin(path: string, place: string): boolean {
  return path === place || path.startsWith(`${place}/`);
}

function resolve(from: string, to: string): string {
  return to.startsWith('.') ? posix.join(dirname(from), to).replace(/\?.*$/, '') : to;
}

/** `node:fs` and `virtual:scenarios` belong to their schemes, `@a/b/c` to `@a/b`, `lit/decorators.js` to `lit`. */
function packageOf(specifier: string): string {
  const [scheme] = specifier.split(':');
  if (scheme !== specifier) return scheme;
  return specifier
    .split('/')
    .slice(0, specifier.startsWith('@') ? 2 : 1)
    .join('/');
}

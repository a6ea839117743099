import { existsSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { medianOf } from '../models/core/distributions.ts';
import type { MechanismDescription } from '../models/mechanisms/description.ts';
import { mechanisms } from '../models/mechanisms/index.ts';
import {
  findCycles,
  findForbiddenImports,
  findLongFiles,
  findMechanismImports,
  findRequests,
  findUnrepeatable,
  listFiles,
  readSources,
  sharedByMechanisms,
} from './support/architecture.ts';

const sources = readSources('models', 'server', 'web');
const models = readSources('models');

describe('the sources', () => {
  it('are all looked at', () => {
    const count = (folder: string) =>
      [...sources.keys()].filter((path) => path.startsWith(`${folder}/`)).length;
    expect(count('models')).toBeGreaterThanOrEqual(40);
    expect(count('server')).toBeGreaterThanOrEqual(15);
    expect(count('web')).toBeGreaterThanOrEqual(20);
  });

  it('import in one direction, each package from its one place', () => {
    expect(findForbiddenImports(sources)).toEqual([]);
  });

  it('of the page speak to a server in one place', () => {
    expect(findRequests(readSources('web'))).toEqual([]);
  });

  it('import in no circle', () => {
    expect(findCycles(sources)).toEqual([]);
  });

  it('stay short enough to read', () => {
    expect(findLongFiles(sources, 400)).toEqual([]);
  });

  it('are named in kebab-case after what they hold', () => {
    const names = [...sources.keys()].map((path) => path.split('/').at(-1) ?? '');
    expect(names.filter((name) => !/^[a-z0-9]+(-[a-z0-9]+)*\.ts$/.test(name))).toEqual([]);
    expect(names.filter((name) => /^(utils?|helpers?|misc|common)\.ts$/.test(name))).toEqual([]);
  });

  it('export by name', () => {
    const byDefault = [...sources]
      .filter(([, text]) => /^export default\b/m.test(text))
      .map(([path]) => path);
    expect(byDefault).toEqual([]);
  });
});

describe('the models', () => {
  it('use nothing that another machine or run would answer differently', () => {
    expect(findUnrepeatable(models)).toEqual([]);
  });

  it('keep mechanisms apart', () => {
    expect(findMechanismImports(models)).toEqual([]);
  });
});

describe('the checks of imports', () => {
  const planted = (path: string, text: string) => new Map([[path, text]]);

  it.each([
    ['models/core/a.ts', "import { b } from '../engine/b.ts';"],
    ['models/scenario/a.ts', "export * from '../analysis/b.ts';"],
    ['models/engine/a.ts', "import type { B } from '../index.ts';"],
    ['models/analysis/a.ts', "const b = await import('../../server/b.ts');"],
    ['models/analysis/a.ts', "import { Type } from 'typebox';"],
    ['models/engine/a.ts', "import { readFileSync } from 'node:fs';"],
    ['models/scenario/a.ts', "import { parse } from 'mathjs/number';"],
    ['web/views/a.ts', "import { Chart } from 'chart.js';"],
    ['web/views/a.ts', "import { simulate } from '../../models/engine/simulate.ts';"],
    ['web/views/a.ts', "import { startServer } from '../../server/main.ts';"],
    ['web/views/a.ts', "import { sessionSchema } from '../../server/routes/session.ts';"],
    ['web/views/a.ts', "import { type ApiSession } from '../../server/routes/session.ts';"],
    ['web/views/a.ts', "import type { ScenarioStore } from '../../server/store/scenario-store.ts';"],
    ['server/a.ts', "import { label } from '../web/text.ts';"],
    ['server/a.ts', "import lodash from 'lodash';"],
  ])('catch in %s: %s', (path, text) => {
    expect(findForbiddenImports(planted(path, text))).toHaveLength(1);
  });

  it('let what is in order pass', () => {
    const text = "import type { Plan } from '../../models/index.ts';\nimport { LitElement } from 'lit';";
    expect(findForbiddenImports(planted('web/views/a.ts', text))).toEqual([]);
    const types = "import type { ApiSession } from '../server/routes/session.ts';";
    expect(findForbiddenImports(planted('web/api.ts', types))).toEqual([]);
    expect(findForbiddenImports(planted('server/a.ts', "// import { x } from '../web/x.ts';"))).toEqual([]);
  });

  it('catch a circle of three and two mechanisms that know each other', () => {
    const circle = new Map([
      ['web/a.ts', "import './b.ts';"],
      ['web/b.ts', "import './c.ts';"],
      ['web/c.ts', "import { a } from './a.ts';"],
    ]);
    expect(findCycles(circle)).toEqual(['web/a.ts -> web/b.ts -> web/c.ts -> web/a.ts']);
    const price = planted('models/mechanisms/price.ts', "import { trust } from './trust.ts';");
    expect(findMechanismImports(price)).toHaveLength(1);
  });

  it('catch powers, chance and clocks in code, not in comments and strings', () => {
    const text =
      "const a = x ** 2;\nb **= 2;\nMath.pow(a, 2);\nMath.random();\nnew Date();\n// x ** 2\n'Math.pow'";
    expect(findUnrepeatable(planted('models/core/a.ts', text))).toHaveLength(5);
  });

  it('catch a second place that speaks to a server', () => {
    const text = "await fetch('/api');\nwindow.fetch(a);\nnavigator.sendBeacon(a);\n// fetch\n'fetch'";
    expect(findRequests(planted('web/views/a.ts', text))).toHaveLength(3);
    expect(findRequests(planted('web/api.ts', text))).toEqual([]);
  });

  it('catch a long file', () => {
    expect(findLongFiles(planted('web/a.ts', 'a;\n'.repeat(401)), 400)).toEqual(['web/a.ts has 401 lines']);
  });
});

describe.each<MechanismDescription>([...mechanisms])('the mechanism $name', (mechanism) => {
  it('has an equation, a source and a worked example', () => {
    for (const text of [mechanism.equation, mechanism.source, mechanism.example, mechanism.title]) {
      expect(text.trim().length).toBeGreaterThan(3);
    }
    expect(mechanism.example).toMatch(/\d/);
  });

  it('has parameters with meaning, unit, source and a default within their bounds', () => {
    for (const { name, meaning, unit, source, bounds, default: belief } of mechanism.parameters) {
      expect([name, meaning, unit, source].filter((text) => text.trim() === '')).toEqual([]);
      expect(bounds[0]).toBeLessThan(bounds[1]);
      expect(medianOf(belief), name).toBeGreaterThanOrEqual(bounds[0]);
      expect(medianOf(belief), name).toBeLessThanOrEqual(bounds[1]);
    }
  });

  it('has a test of its name', () => {
    expect(existsSync(new URL(`./models/mechanisms/${mechanism.name}.test.ts`, import.meta.url))).toBe(true);
  });
});

describe('the registry of mechanisms', () => {
  it('knows every file of its folder by the name in its description', () => {
    const besides = ['index', ...sharedByMechanisms];
    const files = listFiles('models/mechanisms').map((path) => path.replace(/^.*\/|\.ts$/g, ''));
    const registered = mechanisms.map(({ name }) => name as string);
    expect(files.filter((file) => !besides.includes(file)).sort()).toEqual([...registered].sort());
  });
});

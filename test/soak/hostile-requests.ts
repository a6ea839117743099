import fc from 'fast-check';

/** A request that no well-meant client sends. */
export interface HostileRequest {
  readonly method: string;
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string;
}

const studies = [
  ...['check', 'explain', 'diff', 'run', 'compare', 'why', 'sensitivity'],
  ...['sweep', 'optimise', 'safe', 'concentration', 'backtest', 'nothing'],
];
const json = { 'content-type': 'application/json', prefer: 'wait=20' };

const values = fc.oneof(
  fc.jsonValue({ maxDepth: 4 }),
  fc.constantFrom<unknown>(
    -1,
    0,
    1e308,
    1e9,
    '10',
    '',
    null,
    true,
    [],
    {},
    [[]],
    'x'.repeat(5000),
    '../../etc/passwd',
  ),
);
const names = fc.constantFrom(
  ...['scenario', 'scenarios', 'before', 'after', 'draws', 'plans', 'plan', 'seed', 'rows', 'over', 'bound'],
  ...[
    'customers',
    'untilError',
    'measure',
    '__proto__',
    'constructor',
    'prototype',
    'toString',
    'then',
    'extra',
  ],
);

const wrongBody = fc.record({
  method: fc.constant('POST'),
  path: fc.constantFrom(...studies).map((study) => `/api/${study}`),
  headers: fc.constant<Record<string, string>>(json),
  body: fc.oneof(
    fc.dictionary(names, values).map((body) => JSON.stringify(body)),
    fc.string({ unit: 'binary', maxLength: 200 }),
    fc.constantFrom(
      ...['[', '{"a":', 'null', '""', '0', `${'['.repeat(20_000)}${']'.repeat(20_000)}`],
      '{"__proto__":{"polluted":true},"scenario":{"text":"format: kept/1"}}',
      '{"constructor":{"prototype":{"polluted":true}},"scenario":{"text":"x"}}',
      `{"scenario":{"text":"x"},"scenario":{"text":"y"}}`,
      `{"plans":${JSON.stringify(Array(50_000).fill('a'))},"scenario":{"text":"x"}}`,
    ),
  ),
});

const oddPath = fc.record({
  method: fc.constantFrom('GET', 'POST', 'PUT', 'DELETE', 'PATCH', 'OPTIONS', 'HEAD'),
  path: fc.oneof(
    fc.webPath().map((path) => `/api${path}`),
    fc.constantFrom(
      ...[
        '/api/jobs/../../etc',
        '/api/jobs/%2e%2e%2f',
        '/api/scenarios/..%2f..%2fetc%2fpasswd',
        '/api/%00',
        '//',
        '/%',
      ],
      ...[
        '/api/scenarios/%c0%ae%c0%ae%2f',
        '/api/scenarios/CON.yaml',
        '/api/scenarios/a%00.yaml',
        '/api/jobs/%ff',
      ],
      ...[
        '/..%2f..%2fpackage.json',
        '/assets/..%2f..%2fserver%2fkept.js',
        '/api/openapi.json/',
        '/api//run',
        '/API/run',
      ],
      `/api/scenarios/${'a'.repeat(3000)}.yaml`,
    ),
  ),
  headers: fc.constantFrom<Record<string, string>>(
    {},
    { 'content-type': 'text/xml' },
    { 'content-type': 'application/json' },
    { 'content-type': 'application/x-www-form-urlencoded' },
    { 'if-match': '"x"', 'content-type': 'application/yaml' },
    { 'idempotency-key': 'ü'.normalize('NFD').replace(/[^ -~]/g, '?') },
    { 'last-event-id': '-1' },
    { prefer: 'wait=999999999' },
    { authorization: 'Bearer x' },
    { origin: 'null' },
    { range: 'bytes=0-99999999999' },
  ),
});

export const arbitraryRequest: fc.Arbitrary<HostileRequest> = fc.oneof(
  { weight: 3, arbitrary: wrongBody },
  { weight: 2, arbitrary: oddPath },
);

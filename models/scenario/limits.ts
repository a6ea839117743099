/** How much one scenario file may hold; beyond is refused before it is read. */
export const scenarioLimits = {
  months: 120,
  segments: 60,
  plans: 30,
  actions: 100,
  inputs: 100,
  correlations: 60,
  kpis: 30,
  fees: 20,
  tenureGroups: 24,
  events: 120,
  standards: 20,
  claims: 12,
  /** Free numbers of one plan; a search of more would take days. */
  decisions: 12,
  /** Conditions that an optimum keeps. */
  keep: 12,
  /** Problems shown; a file with more is likely not a scenario at all. */
  problems: 200,
} as const;

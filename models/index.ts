// The only door of the simulator for page, worker, server and command line.
export type * from './analysis/result.ts';
export type * from './scenario/scenario.ts';

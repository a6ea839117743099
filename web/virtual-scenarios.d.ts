/** The shipped scenarios, parsed and checked when the page is built. */
declare module 'virtual:scenarios' {
  import type { Scenario } from '../models/index.ts';

  /** All that can be picked; `file` is relative to scenarios/, such as `backtests/netflix-2011.yaml`. */
  export const offered: readonly { readonly file: string; readonly title: string }[];

  /** The one that opens by itself, without waiting. */
  export const opening: { readonly file: string; readonly scenario: Scenario };

  /** Each scenario, loaded when asked for. */
  export const loaders: Readonly<Record<string, () => Promise<{ readonly scenario: Scenario }>>>;

  /** The text of each file, with its comments, loaded when asked for. */
  export const texts: Readonly<Record<string, () => Promise<{ readonly default: string }>>>;
}

/** What tells whether a scenario on the server is still as it shipped. */
declare module 'virtual:scenarios/tags' {
  /** Entity tag of each file's content, by its name. */
  export const tags: Readonly<Record<string, string>>;
}

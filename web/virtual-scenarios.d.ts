/** The shipped scenarios, parsed and checked when the page is built. */
declare module 'virtual:scenarios' {
  import type { Scenario } from '../models/index.ts';

  /** `file` is relative to scenarios/, such as `telco-fee-increase.yaml` or `backtests/netflix-2011.yaml`. */
  export const scenarios: readonly {
    readonly file: string;
    readonly title: string;
    readonly scenario: Scenario;
  }[];

  /** The text of each file, with its comments, loaded when asked for. */
  export const texts: Readonly<Record<string, () => Promise<{ readonly default: string }>>>;
}

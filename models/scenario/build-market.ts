import { defaults } from './defaults.ts';
import type { Action, Segment, WorldEvent } from './scenario.ts';
import type { UnderstoodFile } from './schema.ts';

type FileSegment = UnderstoodFile['world']['segments'][number];
type FileEvent = NonNullable<UnderstoodFile['world']['events']>[number];
type FileAction = NonNullable<UnderstoodFile['plans']>[number]['actions'][number];

/** Profile, use and growth of a segment, where the file states them. */
export function buildMarketSegment({ profile, usage, growth }: FileSegment): Partial<Segment> {
  const traits = Object.entries(profile ?? {}).filter(([, level]) => level !== undefined);
  return {
    ...(profile && { profile: Object.fromEntries(traits) }),
    ...(usage && { usage: { share: usage.share, ...(usage.uses && { uses: usage.uses }) } }),
    ...(growth && { growth }),
  };
}

export function buildMarketEvent({ competitorService, economy }: FileEvent): Omit<WorldEvent, 'at'> {
  return {
    ...(competitorService && { competitorService: competitorService.by }),
    ...(economy && { economy: economy.by }),
  };
}

/** Actions for newcomers, returners and separation, defaults filled in. */
export function buildMarketAction({ advocates, acquire, winBack, separate }: FileAction): Partial<Action> {
  const none = defaults.noCost;
  return {
    ...(advocates && {
      advocates: {
        lift: advocates.lift,
        reward: advocates.reward ?? none(),
        once: advocates.once ?? none(),
        monthly: advocates.monthly ?? none(),
      },
    }),
    ...(acquire && {
      acquire: {
        ...(acquire.monthly && { monthly: acquire.monthly }),
        ...(acquire.months !== undefined && { months: acquire.months }),
        ...(acquire.once && { once: acquire.once }),
      },
    }),
    ...(winBack && { winBack: { by: winBack.by, perReturn: winBack.perReturn ?? none() } }),
    ...(separate && {
      separate: {
        share: separate.share,
        cost: separate.cost ?? none(),
        leastValuable: separate.of === 'least valuable',
      },
    }),
  };
}

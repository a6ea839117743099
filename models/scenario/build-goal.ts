import type { Goal, Keep } from './goal.ts';
import type { UnderstoodFile } from './schema.ts';

type FileGoal = NonNullable<UnderstoodFile['optimise']>;

/** The goal of a file, `each` segment by name. */
export function buildGoal({ plan, maximise, minimise, keep }: FileGoal, names: readonly string[]): Goal {
  return {
    plan,
    direction: maximise ? 'maximise' : 'minimise',
    // The walker reports a goal without either.
    measure: (maximise ?? minimise)!,
    keep: (keep ?? []).map(
      ({ measure, segments, atMost, atLeast }): Keep => ({
        measure,
        ...(segments && { segments: segments === 'each' ? names : segments }),
        bound: atMost ? 'atMost' : 'atLeast',
        value: (atMost ?? atLeast)!.value,
      }),
    ),
  };
}

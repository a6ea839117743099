import { type AskOptions, askStudy } from '../runner/studies.ts';
import type { StudyProgress, StudyRequest, StudyResult } from '../runner/study.ts';

/** What is known of a study at this moment. */
export interface Asked<Result> {
  /** About an earlier choice while `stale`. */
  readonly result: Result | null;
  readonly stale: boolean;
  readonly running: boolean;
  /** Whether `result` is one so far, with more to come. */
  readonly partial: boolean;
  readonly progress: StudyProgress | null;
  readonly failure: string | null;
}

export type Ask = <const Request extends StudyRequest>(
  request: Request,
  options?: AskOptions<StudyResult<Request>>,
) => Promise<StudyResult<Request>>;

/**
 * One study that follows what is chosen. Another choice ends the work, and what is known stays as stale until it is
 * asked anew; a choice that comes back, as by undo, brings its answer with it.
 */
export class FollowedStudy<Result> {
  private known = new WeakMap<object, Result>();
  private about: object | null = null;
  private running: AbortController | null = null;
  private current: Asked<Result> = idle;

  constructor(
    private readonly changed: () => void,
    private readonly ask: Ask = askStudy,
  ) {}

  get asked(): Asked<Result> {
    return this.current;
  }

  /** Says what the study would be about now. */
  follow(about: object): void {
    if (about === this.about) return;
    this.about = about;
    this.stop();
    const known = this.known.get(about);
    this.current = known
      ? { ...idle, result: known }
      : { ...idle, result: this.current.result, stale: this.current.result !== null };
  }

  /** Whether there is nothing yet about what is chosen, nor on its way, nor did it fail. */
  get isDue(): boolean {
    const { result, stale, partial, running, failure } = this.current;
    return !running && failure === null && (result === null || stale || partial);
  }

  /** Resolves once the work is over, however it ended; `false` where it was ended before. */
  async start<const Request extends StudyRequest>(
    request: Request,
    take: (result: StudyResult<Request>) => Result,
    takePartial: (result: StudyResult<Request>) => Result | null = take,
  ): Promise<boolean> {
    this.stop();
    const { about } = this;
    const controller = new AbortController();
    const { signal } = controller;
    this.running = controller;
    this.become({ running: true, progress: null, failure: null });
    try {
      const result = take(
        await this.ask(request, {
          signal,
          onProgress: (progress) => this.become({ progress }),
          onPartial: (partial) => {
            const part = takePartial(partial);
            if (part !== null) this.become({ result: part, stale: false, partial: true });
          },
        }),
      );
      if (signal.aborted) return false;
      if (about) this.known.set(about, result);
      this.running = null;
      this.become({ ...idle, result });
      return true;
    } catch (error) {
      if (signal.aborted) return false;
      this.running = null;
      this.become({ ...idle, failure: error instanceof Error ? error.message : String(error) });
      return true;
    }
  }

  /** Ends the work; what came of it so far stays. */
  cancel(): void {
    this.stop();
    this.become({ running: false, progress: null });
  }

  private stop(): void {
    this.running?.abort(new Error('no longer wanted'));
    this.running = null;
  }

  private become(news: Partial<Asked<Result>>): void {
    this.current = { ...this.current, ...news };
    this.changed();
  }
}

const idle = {
  result: null,
  stale: false,
  running: false,
  partial: false,
  progress: null,
  failure: null,
} as const;

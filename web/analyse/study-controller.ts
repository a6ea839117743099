import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { failureOf } from '../runner/runner.ts';
import { askStudy } from '../runner/studies.ts';
import type { StudyProgress, StudyRequest, StudyResult } from '../runner/study.ts';

/** What of a file a study was asked about. */
export interface AskedFor {
  readonly plan?: string;
  /** Whatever else was set. */
  readonly settings?: string;
}

/** What is known of a study at this moment. */
export interface StudyState<Request extends StudyRequest> {
  readonly result: StudyResult<Request> | null;
  /** What the result is of. */
  readonly request: Request | null;
  /** Text of the file that the result is of, and what of it was asked for. */
  readonly text: string;
  readonly asked: AskedFor;
  /** The result is of the first blocks only. */
  readonly partial: boolean;
  readonly progress: StudyProgress | null;
  readonly cancelled: boolean;
  readonly failure: string | null;
}

/** Results outlive the room, so that coming back to it costs no second run. */
const shelf = new Map<string, unknown>();

/** Asks for one kind of study, one at a time, and keeps what came of the last. */
export class StudyController<Request extends StudyRequest> implements ReactiveController {
  private aborting: AbortController | null = null;

  /** `name` tells this study, and the document it is of, from others. */
  constructor(
    private readonly element: ReactiveControllerHost,
    private readonly name: () => string,
  ) {
    element.addController(this);
  }

  get state(): StudyState<Request> {
    return (shelf.get(this.name()) ?? nothing) as StudyState<Request>;
  }

  get running(): boolean {
    return this.aborting !== null;
  }

  hostConnected(): void {}

  hostDisconnected(): void {
    this.cancel();
  }

  /** Starts anew; what was running is given up. The result before stays until there is another. */
  async ask(request: Request, text: string, asked: AskedFor = {}): Promise<StudyResult<Request> | null> {
    this.aborting?.abort();
    const aborting = new AbortController();
    this.aborting = aborting;
    const { signal } = aborting;
    this.become({ progress: { done: 0, total: 0, secondsLeft: null }, cancelled: false, failure: null });
    const show = (news: Partial<StudyState<Request>>) => {
      if (this.aborting === aborting) this.become(news);
    };
    try {
      const result = await askStudy(request, {
        signal,
        onProgress: (progress) => show({ progress }),
        onPartial: (result) => show({ result, request, text, asked, partial: true }),
      });
      show({ result, request, text, asked, partial: false, progress: null });
      return result;
    } catch (error) {
      if (!signal.aborted) show({ progress: null, failure: failureOf(error).message });
      return null;
    } finally {
      if (this.aborting === aborting) this.aborting = null;
      this.element.requestUpdate();
    }
  }

  readonly cancel = (): void => {
    if (!this.aborting) return;
    this.aborting.abort();
    this.aborting = null;
    this.become({ progress: null, cancelled: true });
  };

  private become(news: Partial<StudyState<Request>>): void {
    shelf.set(this.name(), { ...this.state, ...news });
    this.element.requestUpdate();
  }
}

const nothing: StudyState<never> = {
  result: null,
  request: null,
  text: '',
  asked: {},
  partial: false,
  progress: null,
  cancelled: false,
  failure: null,
};

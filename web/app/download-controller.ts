import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { FileProgress } from '../components/footer.ts';
import { runFile } from '../runner/run-file.ts';
import { failureOf } from '../runner/runner.ts';
import { fileName, saveFile } from '../save-file.ts';
import type { Choice } from '../state/choice.ts';
import { openText, writeChoice } from '../state/documents.ts';
import type { Trouble } from '../state/trouble.ts';
import { text } from '../text.ts';

export interface DownloadHost {
  choice(): Choice | undefined;
  /** Of what is open. */
  fileName(): string;
  tell(words: string): void;
  /** What stands in the editor is no valid file, and so no part of what is downloaded. */
  isDrafting(): boolean;
  showTrouble(trouble: Trouble): void;
}

/** The scenario and its result as files to take home. */
export class DownloadController implements ReactiveController {
  /** Of the result that is being made. */
  progress: FileProgress | null = null;
  private making: AbortController | null = null;

  constructor(
    private readonly element: ReactiveControllerHost,
    private readonly host: DownloadHost,
  ) {
    element.addController(this);
  }

  hostDisconnected(): void {
    this.cancel();
  }

  readonly cancel = (): void => this.making?.abort();

  readonly scenario = async (): Promise<void> => {
    const choice = this.host.choice();
    if (!choice) return;
    try {
      const content = await writeChoice(choice);
      saveFile(this.host.fileName(), new Blob([content], { type: 'application/yaml;charset=utf-8' }));
      if (this.host.isDrafting()) this.host.tell(text.downloadedValid);
    } catch (error) {
      this.fail(error);
    }
  };

  /** The result of the file as it would be downloaded, all plans and all draws: the bytes of `kept run --json`. */
  readonly result = async (): Promise<void> => {
    const choice = this.host.choice();
    if (!choice) return;
    const making = new AbortController();
    this.making = making;
    this.show({ done: 0, total: 1000 });
    try {
      const file = this.host.fileName();
      const opening = await openText(file, await writeChoice(choice));
      if (!opening.ok) {
        this.host.showTrouble(opening.trouble);
        return;
      }
      const result = await runFile(
        opening.document.scenario,
        (progress) => this.show(progress),
        making.signal,
      );
      const name = `${fileName(file.replace(/\.[^.]*$/, ''))}.result.json`;
      saveFile(name, new Blob([result], { type: 'application/json' }));
    } catch (error) {
      if (!making.signal.aborted) this.fail(error);
    } finally {
      this.show(null);
    }
  };

  private show(progress: FileProgress | null): void {
    this.progress = progress;
    this.element.requestUpdate();
  }

  private fail(error: unknown): void {
    this.host.showTrouble({ title: text.saveFailed, advice: failureOf(error).message, problems: [] });
  }
}

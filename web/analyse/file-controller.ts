import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { describeFile, explainScenario, type Problem, type Scenario } from '../../models/index.ts';
import { failureOf } from '../runner/runner.ts';
import type { Choice, OpenDocument } from '../state/choice.ts';
import { writeChoice } from '../state/documents.ts';
import { nextStroke, type Revised } from '../state/moves.ts';
import { withScenario } from '../state/revise.ts';
import { noNames } from './complete.ts';
import type { KnownFile } from './describe-place.ts';
import { browserShelves, keepDraft, readDraft } from './draft.ts';
import { type FileHelp, noHelp } from './editor-help.ts';
import { type FileProblem, placeProblems } from './file-problem.ts';
import { createFileReader } from './file-reader.ts';
import { createFileSchema, type FileSchema } from './file-schema.ts';
import { text } from './text.ts';
import { changedLines } from './text-change.ts';

/** A text that is a scenario, and the moment it was found to be one. */
export interface ValidFile {
  /** Key of its document. */
  readonly key: string;
  readonly text: string;
  readonly scenario: Scenario;
  /** What it says, without comments and layout: files of the same meaning have the same results. */
  readonly meaning: string;
  /** Milliseconds since 1970. */
  readonly at: number;
}

export interface FileHost {
  choice(): Choice;
  /** The reader has written a valid text: one step of the history, merged with those of the same burst. */
  revise(revised: Revised): void;
  undo(): void;
}

/** Milliseconds of rest before a text is read, and before a new burst of writing begins. */
const restMilliseconds = 150;
const burstMilliseconds = 3000;

/** Keys of documents whose text has been in the editor since the page was loaded. */
const met = new Set<string>();

/** The text of the editor: what the page has chosen, what the reader writes, and what the parser says to it. */
export class FileController implements ReactiveController {
  /** Of the editor; `null` while it is being written out. */
  written: string | null = null;
  problems: readonly FileProblem[] = [];
  valid: ValidFile | null = null;
  help: FileHelp = noHelp;
  /** The text comes from an earlier visit; `old` where the file has changed since. */
  draft: 'kept' | 'old' | null = null;
  failure: string | null = null;
  private choice: Choice | null = null;
  /** The page's present text, and that before the present burst. */
  private settled = '';
  private settledKey = '';
  private before = '';
  private stroke = '';
  private lastWrite = Number.NEGATIVE_INFINITY;
  private own: OpenDocument | null = null;
  private resting: ReturnType<typeof setTimeout> | undefined;
  private schema: FileSchema | null = null;
  private reading = 0;
  private readonly reader = createFileReader();
  private readonly shelves = browserShelves();

  constructor(
    private readonly element: ReactiveControllerHost,
    private readonly host: FileHost,
  ) {
    element.addController(this);
  }

  hostConnected(): void {
    window.addEventListener('pagehide', this.keepRest);
    void this.learn();
  }

  hostDisconnected(): void {
    window.removeEventListener('pagehide', this.keepRest);
    clearTimeout(this.resting);
    this.reader.stop();
    this.keepRest();
  }

  hostUpdate(): void {
    const choice = this.host.choice();
    if (choice === this.choice) return;
    const before = this.choice;
    this.choice = choice;
    // Another plan to look at, or what is set in Teach, is nothing that the text says.
    if (choice.document === before?.document && choice.levers === before.levers) return;
    const first = choice.document.key !== before?.document.key;
    // What the reader has just written comes back from the page.
    if (choice.document === this.own && Object.keys(choice.levers).length === 0) return;
    void this.take(choice, first);
  }

  /** The reader has changed the text. */
  readonly write = (written: string): void => {
    this.written = written;
    this.draft = null;
    clearTimeout(this.resting);
    this.resting = setTimeout(() => void this.read(), restMilliseconds);
  };

  /** Gives up what is no valid file. */
  readonly drop = (): void => {
    clearTimeout(this.resting);
    this.become(this.settled, []);
    keepDraft(this.shelves, null);
  };

  private async learn(): Promise<void> {
    this.schema ??= createFileSchema(await describeFile());
    this.learnFile();
  }

  private async take(choice: Choice, first: boolean): Promise<void> {
    const reading = ++this.reading;
    const { written } = this;
    clearTimeout(this.resting);
    try {
      const settled = await writeChoice(choice);
      const outcome = await this.reader.read(settled, choice.document.file);
      if (!outcome || reading !== this.reading) return;
      // What was typed into the document before is kept as its draft.
      if (first) this.keepRest();
      this.settled = settled;
      this.settledKey = choice.document.key;
      this.own = null;
      this.lastWrite = Number.NEGATIVE_INFINITY;
      if (outcome.ok) this.valid = validOf(choice.document.key, settled, outcome.scenario);
      // What was typed meanwhile is read next, and stands on top of this.
      if (first || written === this.written) this.become(settled, outcome.ok ? [] : outcome.problems);
      this.learnFile();
      if (first) await this.restore(choice.document);
    } catch (error) {
      this.fail(reading, error);
    }
  }

  private fail(reading: number, error: unknown): void {
    if (reading !== this.reading) return;
    this.failure = failureOf(error).message;
    this.element.requestUpdate();
  }

  /** What was being written on an earlier visit goes on. */
  private async restore({ key, file }: OpenDocument): Promise<void> {
    const draft = readDraft(this.shelves, key, this.settled);
    // A draft of another document that is still at hand is not that of a copy which begins with the same text.
    const isOfAnother = draft && draft.key !== key && met.has(draft.key);
    met.add(key);
    if (!draft || isOfAnother || draft.text === this.settled) return;
    const reading = ++this.reading;
    const { written } = this;
    const outcome = await this.reader.read(draft.text, file);
    if (!outcome || reading !== this.reading || written !== this.written) return;
    this.become(draft.text, outcome.ok ? [] : outcome.problems);
    const isCurrent = draft.base === this.settled;
    // Valid if the page was left before it could be read.
    if (isCurrent && outcome.ok) await this.read();
    else this.draft = isCurrent ? 'kept' : 'old';
  }

  private async read(): Promise<void> {
    const { written, choice } = this;
    // The text of one document is never read as that of another, which is still to come.
    if (written === null || choice?.document.key !== this.settledKey) return;
    const reading = ++this.reading;
    const { key, file } = choice.document;
    const outcome = await this.reader
      .read(written, file)
      .catch((error: unknown) => this.fail(reading, error));
    if (!outcome || reading !== this.reading) return;
    this.failure = null;
    this.problems = placeProblems(written, outcome.ok ? [] : outcome.problems);
    if (!outcome.ok) this.keep();
    else if (written !== this.settled) {
      const { scenario } = outcome;
      this.valid = validOf(key, written, scenario);
      keepDraft(this.shelves, null);
      this.send(withScenario(choice.document, scenario, written), written);
      this.learnFile();
    } else keepDraft(this.shelves, null);
    this.element.requestUpdate();
  }

  private send(document: OpenDocument, written: string): void {
    const now = performance.now();
    const isBurst = now - this.lastWrite < burstMilliseconds;
    if (isBurst && written === this.before) {
      // Written back to where the burst began: its step is taken back.
      this.settled = written;
      this.lastWrite = Number.NEGATIVE_INFINITY;
      this.host.undo();
      return;
    }
    if (!isBurst) {
      this.stroke = nextStroke();
      this.before = this.settled;
    }
    this.lastWrite = now;
    this.settled = written;
    this.own = document;
    const name = text.edited(...changedLines(this.before, written));
    this.host.revise({ document, name, merge: this.stroke });
  }

  /** What nobody has read yet is kept as it is. */
  private readonly keepRest = (): void => {
    if (this.written !== null && this.written !== this.settled) this.keep();
  };

  private keep(): void {
    const { written, settled: base, settledKey: key } = this;
    if (written !== null && key) keepDraft(this.shelves, { key, text: written, base });
  }

  private become(written: string, problems: readonly Problem[]): void {
    this.written = written;
    this.problems = placeProblems(written, problems);
    this.draft = null;
    this.failure = null;
    this.element.requestUpdate();
  }

  private learnFile(): void {
    const { schema, valid } = this;
    this.help = { schema, ...(valid ? knownOf(valid.scenario) : { known: () => null, names: noNames }) };
    this.element.requestUpdate();
  }
}

function validOf(key: string, content: string, scenario: Scenario): ValidFile {
  return { key, text: content, scenario, meaning: JSON.stringify(scenario), at: Date.now() };
}

function knownOf(scenario: Scenario): Pick<FileHelp, 'known' | 'names'> {
  const { world, plans, inputs } = scenario;
  const namesOf = (list: readonly { readonly name: string }[]) => list.map(({ name }) => name);
  const names = {
    segments: namesOf(world.segments),
    plans: namesOf(plans),
    standards: namesOf(world.standards),
    inputs: namesOf(inputs),
  };
  // Made when it is first asked for: most texts on the way are never asked about.
  let known: KnownFile | null = null;
  return {
    names,
    known() {
      known ??= { names, explained: new Map(explainScenario(scenario).map((each) => [each.path, each])) };
      return known;
    },
  };
}

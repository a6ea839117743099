import { tags } from 'virtual:scenarios/tags';
import type { SavedScenario, ScenarioList } from '../server/routes/scenario-schemas.ts';
import {
  type Api,
  ApiError,
  createApi,
  createTokenKeeper,
  type SaveCondition,
  type SaveConflict,
} from './api.ts';
import { askForName, askForResolution, askForToken } from './components/ask.ts';
import { failureOf } from './runner/runner.ts';
import { serverText as words } from './server-text.ts';
import {
  type Choice,
  isSameDecision,
  type OpenDocument,
  type ScenarioOffer,
  type Stored,
  serverKey,
} from './state/choice.ts';
import { openText, writeChoice } from './state/documents.ts';
import { Refused, type Trouble } from './state/trouble.ts';
import { text } from './text.ts';

/** What the page does for the desk. */
export interface DeskHost {
  /** Opens a scenario, at the plan of this index where it has one. */
  open(document: OpenDocument, planIndex: number): void;
  tell(words: string): void;
  /** What stands in the editor is no valid file, and so no part of what is saved. */
  isDrafting(): boolean;
  showTrouble(trouble: Trouble): void;
  /** There is something new to draw. */
  changed(): void;
}

/** Where scenarios of the server are opened and saved. */
export interface Desk {
  readonly offers: readonly ScenarioOffer[];
  /** The key under which the page offers a file of the server, if it does: one that equals a shipped one stands there as that. */
  offeredAs(name: string): string | undefined;
  readonly mayWrite: boolean;
  /** The server does not know the reader yet. */
  readonly needsToken: boolean;
  /** What a document is on the server, as far as the page knows; and what one is that was kept in the browser. */
  storedOf(document: OpenDocument): Stored | undefined;
  adopt(document: OpenDocument, stored: Stored): void;
  /** Says, once for each, that the server has another text by now than the one that was opened or saved. */
  noticeOther(document: OpenDocument): void;
  /** A document that is on the server no longer. */
  forget(document: OpenDocument): void;
  /** For all else that can be done with scenarios there; it asks for a token where one is needed. */
  readonly api: Api;
  /** Whether just this is what was saved last. */
  isSaved(choice: Choice): boolean;
  save(choice: Choice): Promise<void>;
  signIn(): Promise<void>;
  /** Looks again at what there is, without a word when that fails. */
  refresh(): Promise<void>;
}

/** Resolves with null where no server of Kept answers, as on a site of mere files. */
export async function openDesk(host: DeskHost): Promise<Desk | null> {
  const desk = new ServerDesk(host);
  return (await desk.connect()) ? desk : null;
}

class ServerDesk implements Desk {
  mayWrite = false;
  needsToken = false;
  /** What the documents that are open were on the server when they were last read or saved, by their key. */
  private readonly stored = new Map<string, Stored>();
  private readonly noticed = new Set<string>();
  private listed: ScenarioList['scenarios'] = [];
  private names: ReadonlySet<string> = new Set();
  private saved: Choice | null = null;
  private saving = false;
  private readonly keeper = createTokenKeeper();
  readonly api = createApi({ keeper: this.keeper, askForToken });
  /** For what the reader did not ask for: it asks for no token. */
  private readonly quietApi = createApi({ keeper: this.keeper, askForToken: () => Promise.resolve(null) });

  constructor(private readonly host: DeskHost) {}

  async connect(): Promise<boolean> {
    try {
      await this.look(this.quietApi);
    } catch (error) {
      if (!(error instanceof ApiError) || error.status !== 401) return false;
      this.needsToken = true;
    }
    return true;
  }

  /** Those that the page does not have itself: the shipped ones stand here once they differ; and all that are open. */
  get offers(): readonly ScenarioOffer[] {
    const listed = this.listed.filter(({ name, etag }) => etag === undefined || tags[name] !== etag);
    const titles = new Map<string, string | undefined>(
      [...this.stored.values()].map(({ name, title }) => [name, title]),
    );
    for (const { name, title } of listed) titles.set(name, title);
    return [...titles].sort(([a], [b]) => (a < b ? -1 : 1)).map(([name, title]) => this.offerOf(name, title));
  }

  offeredAs(name: string): string | undefined {
    const key = serverKey(name);
    if (this.offers.some((offer) => offer.key === key)) return key;
    return this.names.has(name) ? name : undefined;
  }

  storedOf({ key }: OpenDocument): Stored | undefined {
    return this.stored.get(key);
  }

  adopt({ key }: OpenDocument, stored: Stored): void {
    this.stored.set(key, stored);
  }

  noticeOther({ key }: OpenDocument): void {
    const stored = this.stored.get(key);
    const etag = this.listed.find(({ name }) => name === stored?.name)?.etag;
    if (!stored || !etag || etag === stored.etag || this.noticed.has(etag)) return;
    this.noticed.add(etag);
    this.host.tell(words.otherThere(stored.name));
  }

  forget({ key }: OpenDocument): void {
    this.stored.delete(key);
    this.saved = null;
  }

  isSaved(choice: Choice): boolean {
    return this.saved !== null && isSameDecision(choice, this.saved);
  }

  async signIn(): Promise<void> {
    try {
      await this.look(this.api);
      this.host.tell(words.tokenDone);
    } catch (error) {
      const { status, detail } = asApiError(error);
      if (status !== 401) this.host.showTrouble({ title: words.tokenMissing, advice: detail, problems: [] });
    }
    this.host.changed();
  }

  async refresh(): Promise<void> {
    await this.look(this.quietApi).catch((error) => {
      this.needsToken = asApiError(error).status === 401;
    });
    this.host.changed();
  }

  async save(choice: Choice): Promise<void> {
    if (this.saving) return;
    this.saving = true;
    const { document } = choice;
    const stored = this.stored.get(document.key);
    try {
      const content = await writeChoice(choice);
      if (stored) await this.saveOver(choice, content, stored);
      else await this.saveNew(choice, content, this.freeName(document.file));
    } catch (error) {
      this.host.showTrouble(troubleOf(error, stored?.name ?? document.file));
    } finally {
      this.saving = false;
    }
  }

  private async look(api: typeof this.api): Promise<void> {
    const { role } = await api.getSession();
    const { scenarios, readOnly } = await api.listScenarios();
    this.mayWrite = role === 'read-write' && !readOnly;
    this.needsToken = false;
    this.names = new Set(scenarios.map(({ name }) => name));
    this.listed = scenarios;
  }

  private offerOf(name: string, title: string | undefined): ScenarioOffer {
    return {
      key: serverKey(name),
      group: 'server',
      title: words.onServer(title, name),
      load: async () => {
        try {
          const { text: content, etag } = await this.api.readScenario(name);
          return await this.take(name, content, etag);
        } catch (error) {
          if (error instanceof Refused) throw error;
          throw new Refused(troubleOf(error, name, text.openFailed(name)));
        }
      },
    };
  }

  private async take(name: string, content: string, etag: string): Promise<OpenDocument> {
    const opening = await openText(name, content, 'server');
    if (!opening.ok) throw new Refused(opening.trouble);
    const { title } = opening.document.scenario;
    this.stored.set(opening.document.key, { name, etag, title });
    return opening.document;
  }

  private async saveOver(choice: Choice, content: string, stored: Stored): Promise<void> {
    const { name } = stored;
    let condition: SaveCondition = { etag: stored.etag };
    for (;;) {
      const outcome = await this.api.saveScenario(name, content, condition);
      if (outcome.saved) return this.noteSaved(choice, outcome);
      const { theirs, etag, free = this.freeName(name) } = outcome;
      const gone = outcome.state === 'gone';
      // Another file has a name that some system takes for this one.
      if (!gone && etag === undefined) return this.saveNew(choice, content, free);
      const resolution = await askForResolution({ name, gone, readable: theirs !== undefined, free });
      if (resolution === null) return;
      if (resolution === 'both') return this.saveNew(choice, content, free);
      if (resolution === 'theirs') return this.takeTheirs(choice, name, outcome);
      condition = etag === undefined ? 'new' : { etag };
    }
  }

  private async takeTheirs({ planIndex }: Choice, name: string, { theirs }: SaveConflict): Promise<void> {
    if (!theirs) return;
    const document = await this.take(name, theirs.text, theirs.etag).catch((error) => {
      if (!(error instanceof Refused)) throw error;
      this.host.showTrouble(error.trouble);
    });
    if (!document) return;
    this.host.open(document, planIndex);
    await this.refresh();
  }

  /** Asks for a name until one is free and allowed. */
  private async saveNew(choice: Choice, content: string, proposed: string): Promise<void> {
    let value = proposed;
    let wrong: string | null = null;
    for (;;) {
      const said = await askForName(value, wrong);
      if (said === null) return;
      const name = withEnding(said, choice.document.file);
      try {
        const outcome = await this.api.saveScenario(name, content, 'new');
        if (outcome.saved) return await this.noteSaved(choice, outcome);
        wrong = words.saveNameTaken(name);
        value = outcome.free ?? name;
      } catch (error) {
        const { status, detail } = asApiError(error);
        if (status !== 400) throw error;
        wrong = detail;
        value = name;
      }
    }
  }

  private async noteSaved(choice: Choice, { name, etag }: SavedScenario): Promise<void> {
    const { title } = choice.document.scenario;
    this.stored.set(choice.document.key, { name, etag, title });
    this.saved = choice;
    this.host.tell(this.host.isDrafting() ? words.savedValid(name) : words.savedAs(name));
    await this.refresh();
  }

  /** The name, or the next numbered one that is not listed: after "fee 2.yaml" comes "fee 3.yaml". */
  private freeName(name: string): string {
    const [, base = name, ending = ''] = /^(.*?)(?: [2-9])?(\.[^.]*)?$/.exec(name) ?? [];
    let free = name;
    for (let number = 2; this.names.has(free); number++) free = `${base} ${number}${ending}`;
    return free;
  }
}

function withEnding(name: string, file: string): string {
  if (/\.(ya?ml|json)$/.test(name)) return name;
  return `${name}${file.endsWith('.json') ? '.json' : '.yaml'}`;
}

function asApiError(error: unknown): ApiError {
  return error instanceof ApiError ? error : new ApiError(0, failureOf(error).message);
}

function troubleOf(error: unknown, name: string, title = words.notSaved(name)): Trouble {
  const { detail, problems } = asApiError(error);
  const lines = problems.map(({ line = 1, column = 1, path = '', message }) => ({
    line,
    column,
    path,
    message,
    full: `${name}:${line}:${column} ${message}`,
  }));
  return { title, advice: `${detail} ${words.nothingLost}`, problems: lines };
}

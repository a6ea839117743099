import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { readPage } from '../read-page.ts';
import { partMissing } from '../runner/part-missing.ts';
import type { Trouble } from '../state/trouble.ts';
import { text } from '../text.ts';

export interface LeaveHost {
  /** Whether leaving now would lose something. */
  isLosing(): boolean;
  /** Keeps what was done; false where the browser cannot. */
  keep(): Promise<boolean>;
  showTrouble(trouble: Trouble): void;
}

/** Leaving the page: asks first where something would be lost, and offers to load it anew where its files were renewed. */
export class LeaveController implements ReactiveController {
  private isLooking = false;

  constructor(
    element: ReactiveControllerHost,
    private readonly host: LeaveHost,
  ) {
    element.addController(this);
  }

  hostConnected(): void {
    window.addEventListener('beforeunload', this.leave);
    window.addEventListener('vite:preloadError', this.look);
    window.addEventListener(partMissing, this.look);
  }

  hostDisconnected(): void {
    window.removeEventListener('beforeunload', this.leave);
    window.removeEventListener('vite:preloadError', this.look);
    window.removeEventListener(partMissing, this.look);
  }

  private readonly leave = (event: BeforeUnloadEvent): void => {
    if (this.host.isLosing()) event.preventDefault();
  };

  /** A thread that ended may have had other reasons than that its file is gone. */
  private readonly look = async ({ type }: Event): Promise<void> => {
    if (this.isLooking) return;
    this.isLooking = true;
    const [page, isKept] = await Promise.all([readPage(), this.host.keep()]);
    this.isLooking = false;
    const isRenewed = page !== null && !isThis(page);
    if (type === partMissing && page !== null && !isRenewed) return;
    const title = isRenewed ? text.pageRenewed : text.partMissing;
    const advice = page === null ? text.partMissingNoAnswer : text.partMissingReload(isKept);
    const reload = page === null ? {} : { reload: () => this.reload() };
    this.host.showTrouble({ title, advice, problems: [], ...reload });
  };

  private async reload(): Promise<void> {
    await this.host.keep();
    location.reload();
  }
}

/** Its first script bears a digest of what it holds in its name. */
function isThis(page: string): boolean {
  const script = document.querySelector('script[type=module][src]')?.getAttribute('src');
  return script !== null && script !== undefined && page.includes(script);
}

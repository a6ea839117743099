import type { ReactiveController, ReactiveControllerHost } from 'lit';

/** A file that is dragged over the page and dropped. */
export class DropController implements ReactiveController {
  dropping = false;

  constructor(
    private readonly element: ReactiveControllerHost,
    private readonly take: (file: File) => void,
  ) {
    element.addController(this);
  }

  hostConnected(): void {
    window.addEventListener('dragover', this.over);
    window.addEventListener('dragleave', this.left);
    window.addEventListener('drop', this.drop);
  }

  hostDisconnected(): void {
    window.removeEventListener('dragover', this.over);
    window.removeEventListener('dragleave', this.left);
    window.removeEventListener('drop', this.drop);
  }

  private readonly over = (event: DragEvent): void => {
    if (!event.dataTransfer?.types.includes('Files')) return;
    event.preventDefault();
    this.show(true);
  };

  private readonly left = (event: DragEvent): void => {
    if (event.relatedTarget === null) this.show(false);
  };

  private readonly drop = (event: DragEvent): void => {
    if (!event.dataTransfer?.types.includes('Files')) return;
    event.preventDefault();
    this.show(false);
    const [file] = event.dataTransfer.files;
    if (file) this.take(file);
  };

  private show(dropping: boolean): void {
    if (dropping === this.dropping) return;
    this.dropping = dropping;
    this.element.requestUpdate();
  }
}

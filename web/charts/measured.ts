import type { ReactiveController, ReactiveControllerHost } from 'lit';

/** The width of an element, which renders anew when it changes. */
export class Measured implements ReactiveController {
  private observer: ResizeObserver | null = null;

  constructor(
    private readonly element: ReactiveControllerHost & HTMLElement,
    public width: number,
  ) {
    element.addController(this);
  }

  hostConnected(): void {
    this.observer = new ResizeObserver(() => {
      const { clientWidth } = this.element;
      if (clientWidth === 0 || clientWidth === this.width) return;
      this.width = clientWidth;
      this.element.requestUpdate();
    });
    this.observer.observe(this.element);
  }

  hostDisconnected(): void {
    this.observer?.disconnect();
  }
}

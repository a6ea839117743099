import type { ReactiveController, ReactiveControllerHost } from 'lit';

export const speeds = [0.5, 1, 4] as const;
export type Speed = (typeof speeds)[number];

/** One month at speed 1 [ms]. */
const monthTime = 600;

/**
 * Plays months. `position` is in months, between two while dots are in flight; with reduced motion it goes from month
 * to month at once. The element is rendered anew only when a month begins or the playing stops.
 */
export class CrowdClock implements ReactiveController {
  position = 0;
  speed: Speed = 1;
  private target: number | null = null;
  private isStepping = false;
  private last = 0;
  private frame = 0;

  constructor(
    private readonly element: ReactiveControllerHost,
    private readonly months: () => number,
    private readonly moved: (position: number) => void,
    private readonly isStill: () => boolean = isMotionReduced(),
  ) {
    element.addController(this);
  }

  hostDisconnected(): void {
    this.pause();
  }

  /** The month that is shown: the one towards which dots fly. */
  get month(): number {
    return Math.max(0, Math.ceil(this.position - 1e-9));
  }

  get isPlaying(): boolean {
    return this.target !== null;
  }

  toggle(): void {
    // A single step on its way is no playing yet.
    if (this.isPlaying && !this.isStepping) this.pause();
    else {
      if (this.position >= this.months()) this.seek(0);
      this.goTo(this.months());
    }
  }

  pause(): void {
    cancelAnimationFrame(this.frame);
    this.target = null;
    this.element.requestUpdate();
  }

  /** One month forth or back from the one that is shown; another step before the last has landed adds to it. */
  step(by: 1 | -1): void {
    const from = this.isStepping && this.target !== null ? this.target : this.month;
    this.goTo(Math.min(this.months(), Math.max(0, from + by)));
    this.isStepping = true;
  }

  seek(month: number): void {
    this.target = null;
    cancelAnimationFrame(this.frame);
    this.place(Math.min(this.months(), Math.max(0, month)));
    this.element.requestUpdate();
  }

  setSpeed(speed: Speed): void {
    this.speed = speed;
    this.element.requestUpdate();
  }

  private goTo(target: number): void {
    this.isStepping = false;
    this.target = target;
    this.last = performance.now();
    cancelAnimationFrame(this.frame);
    this.frame = requestAnimationFrame(this.tick);
    this.element.requestUpdate();
  }

  private readonly tick = (now: number): void => {
    if (this.target === null) return;
    const passed = (Math.max(0, now - this.last) / monthTime) * this.speed;
    const way = this.target - this.position;
    if (this.isStill()) {
      const single = Math.abs(way) <= 1;
      if (passed >= 1 || single) {
        this.last = now;
        this.place(this.position + Math.sign(way) * Math.min(1, Math.abs(way)));
      }
    } else {
      this.last = now;
      this.place(Math.abs(way) <= passed ? this.target : this.position + Math.sign(way) * passed);
    }
    if (this.position === this.target) this.pause();
    else this.frame = requestAnimationFrame(this.tick);
  };

  private place(position: number): void {
    const before = this.month;
    this.position = position;
    this.moved(position);
    if (this.month !== before) this.element.requestUpdate();
  }
}

function isMotionReduced(): () => boolean {
  const query = matchMedia('(prefers-reduced-motion: reduce)');
  return () => query.matches;
}

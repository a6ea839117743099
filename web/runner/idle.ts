/** Calls back when the page has nothing else to do, after so many milliseconds at the latest if any are given. */
export function whenIdle(then: () => void, timeout?: number): void {
  if ('requestIdleCallback' in globalThis)
    requestIdleCallback(() => then(), timeout === undefined ? {} : { timeout });
  else setTimeout(then, 50);
}

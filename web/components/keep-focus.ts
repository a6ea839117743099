/** Part of an element where a button vanishes once it is pressed, or gives way to another. */
const jobSelector = '[data-job]';

/** The job whose control has the focus, if it stands within this element. */
export function jobInFocus(within: Element): Element | null {
  const { activeElement } = document;
  return activeElement && within.contains(activeElement) ? activeElement.closest(jobSelector) : null;
}

/** Where the control that had the focus is gone: on to the first of its job, or else to the heading above. */
export function returnFocus(job: Element): void {
  const { activeElement, body } = document;
  const lost = activeElement === null || activeElement === body;
  if (!lost || !job.isConnected) return;
  const control = job.querySelector<HTMLElement>(':is(button, input, select):not(:disabled)');
  if (control) control.focus();
  else focusHeading(job);
}

function focusHeading(job: Element): void {
  for (let around = job.parentElement; around; around = around.parentElement) {
    const heading = around.querySelector<HTMLElement>('h2');
    if (!heading) continue;
    heading.tabIndex = -1;
    heading.focus();
    return;
  }
}

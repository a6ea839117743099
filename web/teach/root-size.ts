/** Size of a letter of the page, in pixels; presenter mode enlarges it. */
export function rootSize(): number {
  return Number.parseFloat(getComputedStyle(document.documentElement).fontSize);
}

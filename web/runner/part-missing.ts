/** Words for what ends a thread, or keeps a part of the page from coming; threads say them too. */
export const partWords = {
  notLoaded: 'a part of the page did not load',
  threadEnded: 'the browser ended the thread that worked on it',
};

/** Event of the window: something did not load or start, as where the page's files were replaced by newer ones. */
export const partMissing = 'kept-part-missing';

/** What browsers say of a module, or of its styles, that did not come. */
const importFailures = /dynamically imported module|importing a module script|unable to preload/i;

/** The words of an error, plain where the browser's own would be an address. */
export function plainMessage(message: string): string {
  return importFailures.test(message) ? partWords.notLoaded : message;
}

/** Says so where what a thread failed of may be that it, or a part of it, did not come. Returns the words for it. */
export function noticeMissing(message: string | undefined): string {
  const words = message ? plainMessage(message) : partWords.threadEnded;
  if (Object.values(partWords).includes(words)) globalThis.dispatchEvent?.(new Event(partMissing));
  return words;
}

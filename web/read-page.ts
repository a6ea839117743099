/** Milliseconds. */
const patience = 5000;

/**
 * The page as its server has it by now; `null` where it does not answer. Apart from the API,
 * which comes later: this is asked when what comes later does not come.
 */
export async function readPage(): Promise<string | null> {
  try {
    const signal = AbortSignal.timeout(patience);
    const response = await fetch(location.pathname, { cache: 'no-store', signal });
    return response.ok ? await response.text() : null;
  } catch {
    return null;
  }
}

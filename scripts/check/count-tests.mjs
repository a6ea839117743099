/**
 * Counts what Vitest reports as JSON. A run that fails without a failing test (a file that cannot be loaded, a
 * browser that does not start), a skipped test and a run without tests each count as a failure.
 *
 * @param {string | undefined} report absent when the run did not get as far
 * @param {boolean} exitedWell
 * @returns {{ passed: number, failed: number }}
 */
export function countTests(report, exitedWell) {
  if (report === undefined) return { passed: 0, failed: 1 };
  const { numPassedTests, numFailedTests, numPendingTests, numTodoTests } = JSON.parse(report);
  const failed = numFailedTests + numPendingTests + numTodoTests;
  const hidden = failed === 0 && (!exitedWell || numPassedTests === 0) ? 1 : 0;
  return { passed: numPassedTests, failed: failed + hidden };
}

import { describe, expect, it } from 'vitest';
import { countTests } from '../../../scripts/check/count-tests.mjs';

const report = (parts: object) =>
  JSON.stringify({ numPassedTests: 5, numFailedTests: 0, numPendingTests: 0, numTodoTests: 0, ...parts });

describe('countTests', () => {
  it('counts what passed and what failed', () => {
    expect(countTests(report({}), true)).toEqual({ passed: 5, failed: 0 });
    expect(countTests(report({ numFailedTests: 2 }), false)).toEqual({ passed: 5, failed: 2 });
  });

  it('counts a run that failed elsewhere, ran nothing or left no report as one failure', () => {
    expect(countTests(report({}), false)).toEqual({ passed: 5, failed: 1 });
    expect(countTests(report({ numPassedTests: 0 }), true)).toEqual({ passed: 0, failed: 1 });
    expect(countTests(undefined, true)).toEqual({ passed: 0, failed: 1 });
  });

  it('does not let a skipped test pass for one that ran', () => {
    expect(countTests(report({ numPendingTests: 1, numTodoTests: 1 }), true)).toEqual({
      passed: 5,
      failed: 2,
    });
  });
});

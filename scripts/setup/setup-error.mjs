/** A setup that cannot go on: what happened, and what to do about it. Shown without a stack trace. */
export class SetupError extends Error {
  /**
   * @param {string} message
   * @param {string} remedy
   */
  constructor(message, remedy) {
    super(message);
    this.name = 'SetupError';
    this.remedy = remedy;
  }
}

/**
 * Names what a file system refused.
 *
 * @param {unknown} error
 * @param {string} folder
 * @returns {unknown} a SetupError when the folder cannot be written, else the error itself
 */
export function explainWriteFailure(error, folder) {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  if (code === 'EACCES' || code === 'EPERM' || code === 'EROFS') {
    return new SetupError(
      `The folder ${folder} cannot be written (${code}).`,
      'Make it writable for you, or copy the repository to a folder of your own and run the command there.',
    );
  }
  if (code === 'ENOSPC') {
    return new SetupError(
      `The disk that holds ${folder} is full.`,
      'Free about 700 MB and run the command again.',
    );
  }
  return error;
}

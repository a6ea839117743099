export type StoreCode =
  | 'name'
  | 'content'
  | 'not-found'
  | 'not-plain'
  | 'taken'
  | 'changed'
  | 'precondition'
  | 'read-only'
  | 'not-allowed'
  | 'full'
  | 'busy'
  | 'damaged'
  | 'unconfirmed';

/** Why the store does not do what it is asked; the message is for the one who asked and names no path of the machine. */
export class StoreProblem extends Error {
  /** @param facts what a program needs in order to go on, beside the message */
  constructor(
    readonly status: number,
    readonly code: StoreCode,
    message: string,
    readonly facts: Readonly<Record<string, unknown>> = {},
  ) {
    super(message);
    this.name = 'StoreProblem';
  }
}

/** What is left to do once a change can be seen; that it failed must not be told as a change that was not made. */
export async function afterwards(work: () => Promise<void>): Promise<void> {
  try {
    await work();
  } catch (error) {
    const problem = new StoreProblem(
      500,
      'unconfirmed',
      'It is done at least in part, but the disk did not confirm all of it. Nothing is lost; look at the list again.',
    );
    throw Object.assign(problem, { cause: error });
  }
}

/** What the disk says, as a problem; whatever it does not know stays the error that it is. */
export function explainFailure(error: unknown): unknown {
  switch ((error as NodeJS.ErrnoException).code) {
    case 'ENOSPC':
    case 'EDQUOT':
    case 'EFBIG':
      return new StoreProblem(507, 'full', 'The disk is full. Nothing was changed; make room and try again.');
    case 'EROFS':
    case 'EACCES':
    case 'EPERM':
      return new StoreProblem(
        403,
        'not-allowed',
        'The server may not do that in this folder. Nothing was changed; look at the permissions of the file and its folder.',
      );
    case 'ELOOP':
      return new StoreProblem(403, 'not-plain', 'That is a link, and links are not followed.');
    case 'ENOENT':
    case 'ENOTDIR':
      return new StoreProblem(
        503,
        'busy',
        'The file or its folder went away meanwhile; look at the list again.',
      );
    case 'EMFILE':
    case 'ENFILE':
    case 'EBUSY':
    case 'EAGAIN':
      return new StoreProblem(
        503,
        'busy',
        'The machine is too busy for that. Nothing was changed; try again.',
      );
    default:
      return error;
  }
}

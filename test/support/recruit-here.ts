import { createInThreadExecutor, createTask, type Executor } from '../../models/index.ts';
import type { Recruit } from '../../web/runner/draw.ts';

/** One executor in this thread. */
export const recruitHere: Recruit = (request) => {
  const executor = createInThreadExecutor<unknown>(createTask(request), () => Promise.resolve());
  return [executor as Executor<never>];
};

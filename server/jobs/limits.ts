/** What the server takes on; beyond it refuses, and says so. */
export interface JobLimits {
  /** Long jobs worked on at the same time, and short ones besides; each has a thread of its own. */
  readonly threads: number;
  readonly shortThreads: number;
  /** Memory of a thread [MB]. */
  readonly memoryMegabytes: number;
  /** Most cell-months of a job; a thousand million take about a quarter of an hour. */
  readonly mostWork: number;
  /** Time to start a thread, to read the files of a job, and to do the work [s]. */
  readonly startSeconds: number;
  readonly readSeconds: number;
  readonly workSeconds: number;
  /** Jobs that wait or run, in all and of one client. */
  readonly mostOpen: number;
  readonly mostOpenOfClient: number;
  /** How long the result of a job is kept [s], and how many jobs and characters of results are. */
  readonly keptSeconds: number;
  readonly mostKept: number;
  readonly mostKeptCharacters: number;
}

export const usualLimits: JobLimits = {
  threads: 2,
  shortThreads: 1,
  memoryMegabytes: 512,
  mostWork: 1e9,
  startSeconds: 60,
  readSeconds: 10,
  workSeconds: 1800,
  mostOpen: 64,
  mostOpenOfClient: 8,
  keptSeconds: 1800,
  mostKept: 500,
  mostKeptCharacters: 64 * 1024 * 1024,
};

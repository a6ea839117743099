const kibibyte = 1024;
const mebibyte = 1024 * kibibyte;

/** How much the store takes, shows and keeps. */
export const storeLimits = {
  /** Of one scenario; the parser reads no more. */
  bytes: mebibyte,
  /** Read of each file for a listing: its title, and whether a JSON file is a scenario. */
  headBytes: 64 * kibibyte,
  /** Scenarios in one listing. */
  listed: 5000,
  /** Entries of folders looked at for one listing. */
  visited: 50_000,
  /** Parts of a name, in bytes of UTF-8. */
  partBytes: 120,
  parts: 3,
  /** Replaced versions kept of one scenario; the newest stays whatever its size. */
  versions: 200,
  historyBytes: 50 * mebibyte,
  /** Deleted scenarios kept, with their versions; the newest stays whatever its size. */
  trashEntries: 200,
  trashBytes: 200 * mebibyte,
} as const;

/** Exit codes of `verify`; documented in the README. There is no way to 0 but success. */
export const EXIT = {
  proved: 0,
  /** A proof failed, or differs under --check. */
  failed: 1,
  /** Bad manifest or bad usage. */
  usage: 2,
  /** No engine, or no base, to be had. */
  unavailable: 3,
  interrupted: 130,
} as const;

export type ExitCode = (typeof EXIT)[keyof typeof EXIT];

/** One thing that is wrong, and where. Lines and columns count from 1. */
export interface Problem {
  file: string;
  line?: number | undefined;
  column?: number | undefined;
  message: string;
}

/** Input is wrong in one or more places; the message lists all of them, each with its place. */
export class ProblemsError extends Error {
  override readonly name = 'ProblemsError';

  /**
   * @param summary - One sentence saying what was being done, without final punctuation
   * @param problems - All offenders; sorted by place in the message
   * @param remedy - What to do, a full sentence
   */
  constructor(summary: string, problems: readonly Problem[], remedy?: string) {
    const lines = [...problems].sort(byPlace).map((problem) => `  ${formatProblem(problem)}`);
    super([`${summary}:`, ...lines, ...(remedy === undefined ? [] : [remedy])].join('\n'));
  }
}

/** @returns `file:line:col: message`, with what is known of the place */
export function formatProblem({file, line, column, message}: Problem): string {
  return `${[file, line, column].filter((part) => part !== undefined).join(':')}: ${message}`;
}

function byPlace(a: Problem, b: Problem): number {
  return a.file.localeCompare(b.file) || (a.line ?? 0) - (b.line ?? 0) || (a.column ?? 0) - (b.column ?? 0);
}

import {isDue, originSentence, stateSentence, type Found} from './sentences';

/**
 * @returns Annotations of GitHub Actions, one for each copy that somebody has to look at
 * (docs.github.com, "Workflow commands for GitHub Actions")
 */
export function githubReport(found: readonly Found[]): string {
  return found
    .filter(({copy}) => isDue(copy))
    .map(({file, copy}) => {
      const where = `file=${property(file)},line=${copy.line},title=${property(copy.rule)}`;
      return `::warning ${where}::${data(`${originSentence(copy)}. ${stateSentence(copy)}`)}\n`;
    })
    .join('');
}

/** As `@actions/core` escapes them (`command.ts`, `escapeData` and `escapeProperty`). */
function data(text: string): string {
  return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}

function property(text: string): string {
  return data(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
}

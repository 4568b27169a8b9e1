/** A word of a command line. */
export interface ShellWord {
  /** With its quotes and escapes. */
  raw: string;
  /** Of its first character. */
  index: number;
}

/**
 * Splits at blanks that are not quoted or escaped (BuildKit `frontend/dockerfile/shell/lex.go`). A backslash is literal in
 * single quotes.
 *
 * @param escape - Character that takes the meaning of the next one away
 * @returns The words, and where a quote begins that nothing closes
 */
export function shellWords(text: string, escape = '\\'): {words: ShellWord[]; unclosed: number | undefined} {
  const words: ShellWord[] = [];
  let start: number | undefined;
  let quote: {sign: string; index: number} | undefined;
  for (let index = 0; index < text.length; index++) {
    const char = text.charAt(index);
    if (quote === undefined && /\s/.test(char)) {
      if (start !== undefined) words.push({raw: text.slice(start, index), index: start});
      start = undefined;
      continue;
    }
    start ??= index;
    if (char === escape && quote?.sign !== "'") index++;
    else if (quote === undefined && (char === "'" || char === '"')) quote = {sign: char, index};
    else if (char === quote?.sign) quote = undefined;
  }
  if (start !== undefined) words.push({raw: text.slice(start), index: start});
  return {words, unclosed: quote?.index};
}

/** Text in HTML, between tags or in a quoted attribute. */
export function escapeHtml(text: string): string {
  return text
    .replace(/&/g, '&amp;')
    .replace(/</g, '&lt;')
    .replace(/>/g, '&gt;')
    .replace(/"/g, '&quot;')
    .replace(/'/g, '&#39;');
}

/** Text inside a line of CommonMark, GitHub's tables and strike-through included (https://spec.commonmark.org/0.31.2/#backslash-escapes). */
export function escapeMarkdown(text: string): string {
  return text.replace(/[\\`*_{}[\]<>|~&$!#]/g, '\\$&');
}

/**
 * Text inside a line of Jira's wiki markup. Its renderer knows these characters behind a backslash
 * (`BackslashEscapeRendererComponent`); two backslashes are a line break, so a backslash is an entity.
 */
export function escapeJira(text: string): string {
  return text
    .replace(/&(?=#?\w+;)/g, '&amp;')
    .replace(/[![\]^~+?%{}()*|@\\]|(?<!\w)[-_]|[-_](?!\w)/g, (found) =>
      found === '\\' ? '&#92;' : `\\${found}`,
    );
}

/** Keeps a character from being taken as markup, and is not seen. */
const WORD_JOINER = '\u2060';

/**
 * Text inside a line of Slack's mrkdwn, which has three entities and no other escapes
 * (https://docs.slack.dev/messaging/formatting-message-text). Characters that come in pairs get a word joiner behind them.
 */
export function escapeSlack(text: string): string {
  const entities = text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;');
  return ['*', '_', '~', '`']
    .filter((mark) => entities.split(mark).length > 2)
    .reduce((safe, mark) => safe.replaceAll(mark, `${mark}${WORD_JOINER}`), entities)
    .replace(/:(?=[\w+'-]+:)/g, `:${WORD_JOINER}`);
}

const BIBTEX: Readonly<Record<string, string>> = {
  // Not `\{`: BibTeX counts braces, a backslash before them or not.
  '{': '\\textbraceleft{}',
  '}': '\\textbraceright{}',
  '\\': '\\textbackslash{}',
  '~': '\\textasciitilde{}',
  '^': '\\textasciicircum{}',
  '`': '\\textasciigrave{}',
  '<': '\\textless{}',
  '>': '\\textgreater{}',
  '|': '\\textbar{}',
};

/** Text in a field of BibTeX that stands in braces. */
export function escapeBibtex(text: string): string {
  return text.replace(/[{}\\~^`<>|]|[#$%&_]/g, (found) => BIBTEX[found] ?? `\\${found}`);
}

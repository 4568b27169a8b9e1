import {codeTheme, INK} from './codeTheme';
import type {BundledLanguage, Highlighter} from 'shiki';

/** Every language that an example or a page may show. Loading all that Shiki has takes many seconds. */
const LANGUAGES = [
  'docker',
  'go',
  'yaml',
  'json',
  'bash',
  'ini',
  'c',
  'diff',
] as const satisfies readonly BundledLanguage[];

type Language = (typeof LANGUAGES)[number] | 'text';

const BY_EXTENSION: ReadonlyMap<string, Language> = new Map([
  ['go', 'go'],
  ['mod', 'go'],
  ['yaml', 'yaml'],
  ['yml', 'yaml'],
  ['json', 'json'],
  ['sh', 'bash'],
  ['conf', 'ini'],
  ['c', 'c'],
  ['h', 'c'],
]);

/** Other names of languages, in Markdown. */
const ALIASES: ReadonlyMap<string, Language> = new Map([
  ['dockerfile', 'docker'],
  ['sh', 'bash'],
  ['shell', 'bash'],
  ['console', 'bash'],
  ['golang', 'go'],
]);

/** How Shiki styles a token that only has the theme's own colour. */
const INK_STYLE = `color:${INK}`;

let highlighter: Promise<Highlighter> | undefined;

/** What was asked for in this process: the variants of an example show the same files. Nothing is kept on disk. */
const made = new Map<string, Promise<string>>();

/** @returns The language that a file is shown in */
export function languageOf(file: string): Language {
  const name = file.split('/').at(-1) ?? '';
  if (/^Dockerfile|^Containerfile|\.Dockerfile$/.test(name)) return 'docker';
  return BY_EXTENSION.get(name.split('.').at(-1) ?? '') ?? 'text';
}

/** @param fence - Language of a Markdown fence */
export function languageOfFence(fence: string): Language {
  return ALIASES.get(fence) ?? LANGUAGES.find((language) => language === fence) ?? 'text';
}

/**
 * Highlights code; its colours follow the colour scheme.
 *
 * @param code - The exact text; its final newline is left out of the result
 * @param marked - Lines to mark, counted from 1 within the code
 * @returns What goes inside `<code>`: one `<span class="line">` a line, joined by newlines
 */
export async function highlight(
  code: string,
  lang: Language,
  marked: readonly number[] = [],
): Promise<string> {
  const bare = code.replace(/\n$/, '');
  const asked = JSON.stringify([lang, marked, bare]);
  const html = made.get(asked) ?? make(bare, lang, marked);
  made.set(asked, html);
  return html;
}

async function make(code: string, lang: Language, marked: readonly number[]): Promise<string> {
  // Loaded with the first code: commands that show none do without.
  highlighter ??= import('shiki').then(({createHighlighter, createJavaScriptRegexEngine}) =>
    // A fifth less time than with Oniguruma in WebAssembly, and the same HTML for all files here.
    createHighlighter({
      themes: [codeTheme],
      langs: [...LANGUAGES],
      engine: createJavaScriptRegexEngine(),
    }),
  );
  const html = (await highlighter).codeToHtml(code, {
    lang,
    theme: codeTheme,
    mergeSameStyleTokens: true,
    // Or a line that takes half a second, on a busy machine the first of a language, loses its colours.
    tokenizeTimeLimit: 0,
    transformers: [
      {
        name: 'mark-lines',
        line(node, line) {
          if (marked.includes(line)) this.addClassToHast(node, 'highlighted');
        },
      },
      {
        // It was a ninth of all elements of the site, and the block has that colour anyway.
        name: 'ink-is-inherited',
        line(node) {
          node.children = node.children.flatMap((child) =>
            child.type === 'element' && child.properties.style === INK_STYLE ? child.children : [child],
          );
        },
      },
    ],
  });
  return html.replace(/^<pre[^>]*><code>/, '').replace(/<\/code><\/pre>$/, '');
}

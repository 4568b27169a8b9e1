import type {ThemeRegistration} from 'shiki';

/** The colour of text, which every block of code has; what is left in it needs no element of its own. */
export const INK = 'var(--cg-ink)';

/**
 * How code is highlighted, for both colour schemes: colours are custom properties, which src/css/tokens.css sets. Few on
 * purpose: words of the language, texts, numbers and names that are set, comments. The rest is ink.
 */
export const codeTheme: ThemeRegistration = {
  name: 'paper',
  fg: INK,
  bg: 'var(--cg-code)',
  settings: [
    {settings: {foreground: INK}},
    {
      scope: ['comment', 'punctuation.definition.comment'],
      settings: {foreground: 'var(--cg-ink-3)', fontStyle: 'italic'},
    },
    {
      scope: ['keyword', 'storage', 'support.type.property-name', 'entity.name.tag'],
      settings: {foreground: 'var(--cg-code-keyword)'},
    },
    // Operators are no words: as ink they keep a line quiet.
    {scope: ['keyword.operator'], settings: {foreground: INK}},
    {scope: ['string', 'punctuation.definition.string'], settings: {foreground: 'var(--cg-code-text)'}},
    {
      scope: ['constant.numeric', 'constant.language', 'constant.character.escape'],
      settings: {foreground: 'var(--cg-code-value)'},
    },
  ],
};

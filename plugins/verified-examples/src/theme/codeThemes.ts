/**
 * Colours of highlighted code, as TextMate themes. Few on purpose: words of the language, texts, numbers and names
 * that are set, comments. The rest is ink. Each has at least 4.5:1 on code and on a marked line.
 */
export interface CodeTheme {
  name: string;
  type: 'light' | 'dark';
  fg: string;
  bg: string;
  settings: {scope?: string[]; settings: {foreground?: string; background?: string; fontStyle?: string}}[];
}

interface Colours {
  ink: string;
  ground: string;
  keyword: string;
  text: string;
  value: string;
  comment: string;
}

export const LIGHT_COLOURS: Colours = {
  ink: '#16202a',
  ground: '#fbfcfd',
  keyword: '#7a4a9e',
  text: '#1a6a3a',
  value: '#8a4b00',
  comment: '#5b6873',
};

export const DARK_COLOURS: Colours = {
  ink: '#e6ebef',
  ground: '#0d1419',
  keyword: '#c8a4ea',
  text: '#86d5a2',
  value: '#e8b877',
  comment: '#93a0ab',
};

export const paperLight: CodeTheme = codeTheme('paper-light', 'light', LIGHT_COLOURS);
export const paperDark: CodeTheme = codeTheme('paper-dark', 'dark', DARK_COLOURS);

function codeTheme(name: string, type: CodeTheme['type'], colours: Colours): CodeTheme {
  const {ink, ground, keyword, text, value, comment} = colours;
  return {
    name,
    type,
    fg: ink,
    bg: ground,
    settings: [
      {settings: {foreground: ink, background: ground}},
      {
        scope: ['comment', 'punctuation.definition.comment'],
        settings: {foreground: comment, fontStyle: 'italic'},
      },
      {
        scope: ['keyword', 'storage', 'support.type.property-name', 'entity.name.tag'],
        settings: {foreground: keyword},
      },
      // Operators are no words: as ink they keep a line quiet.
      {scope: ['keyword.operator'], settings: {foreground: ink}},
      {scope: ['string', 'punctuation.definition.string'], settings: {foreground: text}},
      {
        scope: ['constant.numeric', 'constant.language', 'constant.character.escape'],
        settings: {foreground: value},
      },
    ],
  };
}

import hooks from 'eslint-plugin-react-hooks';
import tseslint from 'typescript-eslint';

/** Wings of verified-examples, and which others each may import; beside them, the files of the folder itself. */
const WINGS = {
  example: [],
  proof: ['example'],
  engine: [],
  verify: ['engine', 'proof', 'example'],
  pages: ['proof', 'example'],
};
const ROOF = ['index', 'cli', 'options', 'runGate'];

/** What a file of a wing may not import: the roof, and every wing that is not below its own. */
function zone(wing, below) {
  const above = Object.keys(WINGS).filter((other) => other !== wing && !below.includes(other));
  const may = below.length === 0 ? 'no other wing' : below.join(', ');
  return {
    regex: `^(\\.\\./)+((${above.join('|')})/|(${ROOF.join('|')})$)`,
    message: `Arrows point down only: ${wing}/ may import ${may} (see the picture in CONTRIBUTING.md).`,
  };
}

/** What pages read must not bring along what starts engines. */
const ASKING = {regex: '^\\./run/', message: 'Only run/ imports run/: a site is built without engines.'};

/** Highlighting happens at build time only: a theme part that imports shiki would ship it to readers. */
const SHIKI = {regex: '^@?shiki', message: 'The theme is shipped to readers; highlight at build time.'};

const refuse = (files, ...patterns) => ({
  files: [files],
  ignores: ['**/__tests__/**'],
  rules: {'no-restricted-imports': ['error', {patterns}]},
});

export default tseslint.config(
  {ignores: ['build/', '.docusaurus/', '.generated/', 'node_modules/', '**/__fixtures__/']},
  {
    files: ['**/*.{ts,tsx}'],
    extends: [...tseslint.configs.strictTypeChecked, ...tseslint.configs.stylisticTypeChecked],
    languageOptions: {parserOptions: {projectService: true, tsconfigRootDir: import.meta.dirname}},
    rules: {
      '@typescript-eslint/restrict-template-expressions': ['error', {allowNumber: true}],
      '@typescript-eslint/consistent-type-definitions': ['error', 'interface'],
      '@typescript-eslint/no-non-null-assertion': 'error',
      // Docusaurus loads plugins through jiti, whose interop gives `z` of the default export, which has none.
      'no-restricted-syntax': [
        'error',
        {
          selector: "ImportDeclaration[source.value='zod'] > ImportSpecifier[imported.name='z']",
          message: "import * as z from 'zod'",
        },
      ],
      'max-lines': ['error', {max: 300, skipBlankLines: true, skipComments: true}],
    },
  },
  {
    files: ['**/*.tsx'],
    plugins: {'react-hooks': hooks},
    rules: hooks.configs.recommended.rules,
  },
  ...Object.entries(WINGS).map(([wing, below]) =>
    refuse(`plugins/verified-examples/src/${wing}/**`, zone(wing, below)),
  ),
  refuse('plugins/verified-examples/src/pages/theme/**', zone('pages', WINGS.pages), SHIKI),
  refuse('plugins/engine-words/src/*.ts', ASKING),
  refuse('src/**', SHIKI),
);

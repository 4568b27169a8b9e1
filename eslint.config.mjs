import hooks from 'eslint-plugin-react-hooks';
import tseslint from 'typescript-eslint';

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
  {
    // Highlighting happens at build time only: a theme part that imports shiki would ship it to readers.
    files: ['plugins/*/src/theme/**', 'src/**'],
    rules: {'no-restricted-imports': ['error', {patterns: ['shiki', 'shiki/*', '@shikijs/*']}]},
  },
);

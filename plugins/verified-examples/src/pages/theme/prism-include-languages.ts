/** In place of the theme's, which brings the grammars of Prism along: code is highlighted when the site is built. */
export default function prismIncludeLanguages(): void {
  // None is needed.
}

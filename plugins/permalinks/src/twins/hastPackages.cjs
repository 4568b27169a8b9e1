/**
 * Parsers and writers of HTML and Markdown, which are ES modules only. CommonJS, so that Node imports them: jiti, which
 * loads the plugin, would transpile every file of theirs first.
 */
module.exports = async function loadHast() {
  const [parse, html, write, select, toMdast, gfm, toMarkdown] = await Promise.all([
    import('parse5'),
    import('hast-util-from-parse5'),
    import('hast-util-to-html'),
    import('hast-util-select'),
    import('hast-util-to-mdast'),
    import('mdast-util-gfm'),
    import('mdast-util-to-markdown'),
  ]);
  return {
    parseFragment: parse.parseFragment,
    ...html,
    ...write,
    ...select,
    ...toMdast,
    ...gfm,
    ...toMarkdown,
  };
};

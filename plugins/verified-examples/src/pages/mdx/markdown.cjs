/**
 * Parsers of Markdown, which are ES modules only. CommonJS, so that Node imports them: jiti, which loads the plugin, would
 * transpile every file of theirs first, and load again what Docusaurus has loaded already.
 */
module.exports = async function loadProcessor() {
  const [{unified}, ...plugins] = await Promise.all([
    import('unified'),
    import('remark-parse'),
    import('remark-frontmatter'),
    import('remark-mdx'),
    import('remark-gfm'),
    import('remark-directive'),
  ]);
  return plugins.reduce((processor, plugin) => processor.use(plugin.default), unified()).freeze();
};

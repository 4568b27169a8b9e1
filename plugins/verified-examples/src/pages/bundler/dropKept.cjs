/**
 * Bundler loader for route props in the bundle of browsers: leaves out what stands under `kept`, at any depth. Those parts
 * of a page are rendered when the site is built and shipped as HTML (theme/Kept).
 *
 * @param {string} source - JSON
 * @returns {string} JSON
 */
module.exports = function dropKept(source) {
  return JSON.stringify(JSON.parse(source), (key, value) => (key === 'kept' ? undefined : value));
};

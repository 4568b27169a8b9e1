/** A condition that only bundlers know (bundler/forBrowsers): whether what is kept as HTML can be rendered here. */
export const HAS_VIEWS = '__HAS_VIEWS__';

declare global {
  const __HAS_VIEWS__: boolean;
}

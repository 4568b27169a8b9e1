/**
 * Stands in for the index of `@docusaurus/utils-common`, which brings the whole of tslib to browsers for one line of it.
 * These are what the client of Docusaurus imports.
 */
export {
  addLeadingSlash,
  addTrailingSlash,
  default as applyTrailingSlash,
  removeTrailingSlash,
} from '@docusaurus/utils-common/lib/applyTrailingSlash';
export {getErrorCausalChain} from '@docusaurus/utils-common/lib/errorUtils';

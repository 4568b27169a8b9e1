import type {Props} from '@theme/ContentVisibility';

/**
 * The place of the banners of drafts and unlisted guides. This site has neither, so no browser loads what draws them.
 *
 * @throws Error for a guide that is one
 */
export default function ContentVisibility({metadata}: Props): null {
  const {unlisted, frontMatter} = metadata;
  if (__HAS_VIEWS__ && (unlisted || frontMatter.draft === true))
    throw new Error('A guide is published or not there: take unlisted and draft out of its front matter.');
  return null;
}

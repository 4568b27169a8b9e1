import type {BasesView} from '../../model/views';
import {readBaseFacts} from '../../bases/facts';
import type {DirectiveRequest, Embed} from '../types';

/** `::bases{family}`: measured facts of the catalogue's bases, side by side. */
export function basesDirective({attributes, report, siteDir}: DirectiveRequest): Embed | undefined {
  const family = attributes.optional('family');
  attributes.finish();
  const facts = readBaseFacts(siteDir).filter((one) => family === undefined || one.family === family);
  if (facts.length === 0) {
    report(
      `no base${family === undefined ? '' : ` of family "${family}"`} was measured; run: npm run bases -- --write`,
    );
    return undefined;
  }
  const view: BasesView = {
    rows: facts.map(({ref, aliases, platform, approximations, image}) => ({
      ref,
      aliases,
      platform,
      approximations,
      libc: image.libc === null ? null : `${image.libc.kind} ${image.libc.version}`,
      caRoots: image.caRoots,
      timeZones: image.timeZones,
      shell: image.shell,
      user: image.user,
      uid: image.uid,
      tmp: image.tmp,
      size: image.size,
      packages: image.packages,
    })),
  };
  return {component: 'BasesEmbed', view};
}

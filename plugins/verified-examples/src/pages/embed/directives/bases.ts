import {COMPARED, COMPARED_PLATFORM} from '../../../../../base-images/src/compared';
import {readRadar} from '../../../../../base-images/src/radar/radarFile';
import {readBaseFacts} from '../../../proof/bases/facts';
import {basesView} from '../../views/bases';
import type {DirectiveRequest, Embed} from '../types';

/** `::bases{family platform}`: measured facts of bases, side by side; those that nobody has measured are named. */
export function basesDirective({attributes, report, siteDir}: DirectiveRequest): Embed | undefined {
  const family = attributes.optional('family');
  const platform = attributes.optional('platform') ?? 'linux/amd64';
  attributes.finish();
  const {facts} = readBaseFacts(siteDir);
  const shown = facts.filter(
    (one) => one.platform === platform && (family === undefined || one.family === family),
  );
  const unmeasured = COMPARED.filter((base) => family === undefined || base.family === family)
    .map(({ref}) => ref)
    .filter((ref) => platform === COMPARED_PLATFORM && !shown.some((one) => one.ref === ref));
  if (shown.length + unmeasured.length === 0) {
    const families = [...new Set(facts.map((one) => one.family))].join(', ');
    report(
      `no base${family === undefined ? '' : ` of family "${family}"`} was measured on ${platform}; families: ${families}; measure with: npm run bases -- --write`,
    );
    return undefined;
  }
  const today = new Date().toISOString().slice(0, 10);
  return {component: 'BasesEmbed', view: basesView(shown, {unmeasured, today, radar: readRadar(siteDir)})};
}

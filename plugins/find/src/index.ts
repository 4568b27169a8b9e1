import type {LoadContext, Plugin} from '@docusaurus/types';
import type {Collection} from '../../verified-examples/src/proof/collection';

export interface FindOptions {
  /** Route of the catalogue of examples, as verified-examples has it. */
  routeBasePath: string;
}

/**
 * What the examples and guides say → what they are found by. A pattern that matches what it should not stops the
 * build; what finding is worth is measured on each.
 */
export default function find({siteDir}: LoadContext, {routeBasePath}: FindOptions): Plugin {
  return {
    name: 'find',

    async allContentLoaded({allContent, actions}) {
      const collection = allContent['verified-examples']?.default as Collection;
      const [{findData}, {publishFindData}, {measureQuality}] = await Promise.all([
        import('./findData'),
        import('./publish'),
        import('./quality'),
      ]);
      const data = findData(siteDir, {routeBasePath}, collection);
      actions.setGlobalData({
        ...publishFindData(siteDir, data),
        figures: figuresOf(measureQuality(siteDir, data)),
      });
    },

    getThemePath() {
      return './theme';
    },

    getTypeScriptThemePath() {
      return './theme';
    },

    getPathsToWatch() {
      return ['plugins/find/patterns/*.yaml', 'plugins/find/keywords.yaml'];
    },
  };
}

type Quality = ReturnType<typeof import('./quality').measureQuality>;

/** What the About page shows. */
export interface FindFigures {
  lines: number;
  right: number;
  heldOut: number;
  heldOutRight: number;
  engineTexts: number;
  engineTextsRight: number;
  strangers: number;
  strangersCertain: number;
  queries: number;
  reciprocalRank: number;
}

function figuresOf({tuned, heldOut, engines, none, unrelated, search}: Quality): FindFigures {
  return {
    lines: tuned.lines,
    right: tuned.right,
    heldOut: heldOut.lines,
    heldOutRight: heldOut.right,
    engineTexts: engines.texts,
    engineTextsRight: engines.right,
    strangers: none.lines + unrelated.lines,
    strangersCertain: none.certain.length + unrelated.certain.length,
    queries: search.queries,
    reciprocalRank: Math.round(search.reciprocalRank * 1000) / 1000,
  };
}

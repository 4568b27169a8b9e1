import {confirmingRuns, provingVariants} from '../../example/model/twinRuns';
import {BUILD_LAB} from '../../example/commands/lines';
import {buildOf, scenariosOf} from '../../example/model/variant';
import {fetchCommands, fetchLabCommands} from '../client/fetchCommands';
import {commandsOf, confirmCommand, labView} from '../views/repeat';
import {standingsFor, worstState, type ViewContext} from '../views/context';
import type {Proved} from './texts';

/**
 * Commands around the runs: what fetches and builds, starts the lab and ends it, and what confirms a symptom with a reader's
 * names. All are made from manifests alone; the runs themselves are those that receipts record.
 *
 * @param site - Address of the site, with its base URL
 */
export function commandTexts(context: ViewContext, site: string): Proved[] {
  const {collection, addresses} = context;
  const line = (text: string, example: string | undefined, state: Proved['state']): Proved => ({
    ...{kind: 'line', text, example, state},
  });
  const ofExamples = collection.examples.flatMap((example) => {
    const {state} = worstState(collection.standings.filter((one) => one.example.id === example.id));
    return fetchCommands(site + addresses.zip(example.id).slice(1), example.id).map((text) =>
      line(text, example.id, state),
    );
  });
  const ofStandings = collection.standings.flatMap((standing) => {
    const {example, variant, state, proof} = standing;
    if (proof === undefined) return [];
    const scenarios = scenariosOf(example.manifest, variant).map(({id}) => id);
    const lab = scenarios.flatMap((id) => {
      const view = labView(standing, id);
      return view === null ? [] : [...view.start, ...view.after];
    });
    const build = buildOf(example.manifest, variant) === 'success' ? [proof.build.command] : [];
    const runs = scenarios.flatMap((id) => commandsOf(standing, id));
    return [...build, ...lab, ...runs].map((text) => line(text, example.id, state));
  });
  const ofSymptoms = collection.examples.flatMap(({id, manifest}) =>
    manifest.twins.flatMap((twin) => {
      const {confirm} = confirmingRuns(id, twin);
      const example = collection.examples.find((one) => one.id === confirm.example);
      const [variant] = example === undefined ? [] : provingVariants(example.manifest, confirm);
      if (example === undefined || variant === undefined) return [];
      return standingsFor(example, variant, context).flatMap((standing) => {
        const {lines = [], pod = null} = confirmCommand(standing, confirm.scenario) ?? {};
        return [
          ...lines.map((text) => line(text, example.id, standing.state)),
          ...(pod === null ? [] : [line(pod, undefined, 'reasoned')]),
        ];
      });
    }),
  );
  const ofLab = [...fetchLabCommands(site + addresses.labZip.slice(1)), BUILD_LAB];
  return [
    ...ofExamples,
    ...ofStandings,
    ...ofSymptoms,
    ...ofLab.map((text) => line(text, undefined, 'verified')),
  ];
}

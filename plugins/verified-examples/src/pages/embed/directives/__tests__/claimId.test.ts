import path from 'node:path';
import {visit} from 'unist-util-visit';
import {beforeAll, describe, expect, it, test} from 'vitest';
import {labelOf, measurementsIn, type Measurement} from '../../../../example/prose/parse';
import {symptomProse} from '../../../../example/prose/check';
import {platformsOf} from '../../../../example/model/platforms';
import {BUILD} from '../../../../example/model/twin';
import {FACT_PATHS} from '../../../../proof/expect/factPaths';
import {withDefaults} from '../../../../settings';
import {createContext} from '../../../context';
import {GUIDES, readPages} from '../../../mdx/pages';
import type {ViewContext} from '../../../views/context';
import {Attributes} from '../../attributes';
import {claimId, type MeasurementSource} from '../claimId';
import {measuredView} from '../measured';

const SITE = path.resolve(__dirname, '../../../../../../..');
const AMD64 = 'linux/amd64';

const fact = (one: string) => ({example: 'hello', variant: 'current', platform: AMD64, fact: one});
const run = {example: 'resolver-faults', platform: AMD64, scenario: 'refused'};

test.each<[MeasurementSource, string]>([
  [fact('size'), 'hello.size'],
  [fact('binary.go.settings.CGO_ENABLED'), 'hello.binary.go.settings.cgo-enabled'],
  [fact('packages.libstdc++6'), 'hello.packages.libstdc-6'],
  [{...fact('glibcRequired'), platform: 'linux/arm64'}, 'hello.glibc-required.linux-arm64'],
  [
    {...run, variant: 'musl', value: 'stdout.lookup.seconds'},
    'resolver-faults.musl.refused.stdout.lookup.seconds',
  ],
  [
    {...run, variant: 'musl', value: 'stdout', match: '(\\d+) sockets'},
    'resolver-faults.musl.refused.stdout.852669',
  ],
  [
    {engine: 'docker-trixie-runc', case: 'missing-file', value: 'exit'},
    'docker-trixie-runc.missing-file.exit',
  ],
])('%j is %s', (source, id) => {
  expect(claimId(source)).toBe(id);
});

it('tells parts of one text apart', () => {
  const source = {...run, variant: 'musl', value: 'stdout'};
  expect(claimId({...source, match: '(a)'})).not.toBe(claimId({...source, match: '(b)'}));
});

describe('over the whole site', () => {
  let context: ViewContext;
  let written: Measurement[];

  beforeAll(async () => {
    context = createContext(SITE, withDefaults({}))();
    const inGuides = (await readPages(SITE, [GUIDES])).flatMap(({tree}) => {
      const found: Measurement[] = [];
      visit(tree, 'textDirective', (node) => {
        if (node.name !== 'measured') return;
        found.push({label: labelOf(node), attributes: (node.attributes ?? {}) as Record<string, string>});
      });
      return found;
    });
    const {examples} = context.collection;
    written = [...inGuides, ...symptomProse(examples).flatMap(({text}) => measurementsIn(text))];
    // Beside other work it takes its time.
  }, 60_000);

  it('one measurement has one id, and every id is an address', () => {
    const byId = grouped(written.map((one) => [claimOf(one, context), measured(one, context)]));
    expect(byId.size).toBeGreaterThan(50);
    expect([...byId].filter(([, sources]) => sources.size > 1)).toEqual([]);
    const ids = [...byId.values()].flatMap((sources) => [...sources]);
    expect(new Set(ids).size).toBe(ids.length);
    expect([...byId.keys()].filter((id) => !/^[a-z\d]+(?:[.-][a-z\d]+)*$/.test(id))).toEqual([]);
  });

  it('whatever could be measured has an id of its own', () => {
    const all = possible(context);
    expect(all.some((source) => 'engine' in source)).toBe(true);
    expect(all.length).toBeGreaterThan(10_000);
    const byId = grouped(all.map((source) => [claimId(source), JSON.stringify(source)]));
    expect([...byId.values()].filter((sources) => sources.size > 1).map((sources) => [...sources])).toEqual(
      [],
    );
  });
});

function claimOf({label, attributes}: Measurement, context: ViewContext): string {
  const problems: string[] = [];
  const report = (problem: string) => problems.push(problem);
  const examples = new Map(context.collection.examples.map((example) => [example.id, example]));
  const view = measuredView({
    attributes: new Attributes(attributes, report),
    ...{label, uid: '', context, siteDir: SITE, examples, report},
  });
  if (view === undefined) throw new Error(problems.join('; '));
  return view.claim;
}

/** What a directive measures: not how it words it, and with the variant and the platform that it leaves out. */
function measured({attributes}: Measurement, {collection}: ViewContext): string {
  const what = Object.fromEntries(
    Object.entries(attributes).filter(([name]) => name !== 'as' && name !== 'is'),
  );
  const example = collection.examples.find(({id}) => id === what.id);
  const [first = ''] = Object.keys(example?.manifest.variants ?? {});
  const variant = example && {variant: what.variant ?? first, platform: what.platform ?? AMD64};
  return JSON.stringify(Object.entries({...what, ...variant}).sort());
}

/** Facts, runs and builds of every variant, and the values of every engine. */
function possible({collection: {examples}, words}: ViewContext): MeasurementSource[] {
  const values = ['exit', 'seconds', 'dns', 'stdout', 'stderr', 'stdout.seconds', 'http.0.addresses.length'];
  const ofExamples = examples.flatMap(({id, manifest}) =>
    Object.keys(manifest.variants).flatMap((variant) =>
      platformsOf(manifest, variant).flatMap((platform) => {
        const own = {example: id, variant, platform};
        return [
          ...FACT_PATHS.map((path) => ({...own, fact: path})),
          ...manifest.scenarios.flatMap((scenario) =>
            values.map((value) => ({...own, scenario: scenario.id, value})),
          ),
          {...own, scenario: BUILD, value: 'seconds'},
        ];
      }),
    ),
  );
  const said = ['exit', 'shown', 'container', 'status', 'version', 'stdout', 'text', 'core'];
  const ofEngines = (words?.words ?? []).flatMap(({engine, one}) =>
    said.map((value) => ({engine: engine.id, case: one.id, value})),
  );
  return [...ofExamples, ...ofEngines];
}

function grouped(pairs: readonly (readonly [string, string])[]): Map<string, Set<string>> {
  const groups = new Map<string, Set<string>>();
  for (const [id, source] of pairs) groups.set(id, (groups.get(id) ?? new Set()).add(source));
  return groups;
}

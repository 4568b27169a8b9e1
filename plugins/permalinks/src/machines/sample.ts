import type {Example} from '../../../verified-examples/src/example/collect/example';
import {baseOf, type ViewContext} from '../../../verified-examples/src/pages/views/context';
import {swhidOf} from '../states/subject';
import type {Sample} from './jsonLd';
import {matrixPaths} from './matrixFiles';

/** An example as schema.org is told of it: of the Dockerfile of its first variant, and of all that it runs on. */
export function sampleOf(example: Example, context: ViewContext): Sample {
  const {id, manifest, variants} = example;
  const {addresses, collection} = context;
  const standings = collection.standings.filter((one) => one.example.id === id);
  const days = standings.flatMap(({proof}) => proof?.provedAt ?? []).sort();
  const shown = (manifest.matrix ?? []).flatMap(({scenarios}) => scenarios);
  const [first] = Object.values(variants);
  const dockerfile = example.context.find(({path}) => path === first?.dockerfile);
  const platforms = [
    ...standings.map(({platform}) => platform),
    ...Object.keys(variants).map((variant) => baseOf(example, variant)),
  ];
  return {
    path: addresses.page(id),
    title: manifest.title,
    description: manifest.summary,
    provedAt: days[0] ?? null,
    trail: [
      {label: 'Home', href: '/'},
      {label: 'Examples', href: addresses.catalogue},
    ],
    swhid: dockerfile === undefined ? null : swhidOf(dockerfile.bytes),
    platforms: [...new Set(platforms.filter((name) => name !== ''))],
    zip: addresses.zip(id),
    matrix:
      shown.length === 0
        ? null
        : {
            ...matrixPaths(id, addresses),
            columns: Object.values(manifest.variants).map(({title}) => title),
          },
  };
}

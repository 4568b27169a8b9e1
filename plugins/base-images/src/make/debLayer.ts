import {fetchDebs} from '../deb/fetchDebs';
import {type Deb, readDeb} from '../deb/readDeb';
import type {CaBundleRecipe, DebRecipe, Suite} from '../recipe/types';
import {bytesOf, file, merge, type Tree} from '../tree/tree';
import type {LayerFacts, Workshop} from './workshop';

export interface MadeTree {
  tree: Tree;
  facts: LayerFacts;
}

const SIGNED = 'Debian packages: apt checked each against the release file signed by the Debian archive key.';

/** One Debian package and its entry in /var/lib/dpkg/status.d, where scanners of distroless images look. */
export async function makeDeb(recipe: DebRecipe, workshop: Workshop): Promise<MadeTree> {
  const deb = await debOf(workshop, recipe.suite, recipe.package);
  return {tree: merge(deb.files, registered(deb)), facts: factsOf(deb)};
}

/** The certificates of ca-certificates one after the other, in the order and with the modes of rules_distroless. */
export async function makeCaBundle(recipe: CaBundleRecipe, workshop: Workshop): Promise<MadeTree> {
  const deb = await debOf(workshop, recipe.suite, 'ca-certificates');
  const certificates = [...deb.files]
    .filter(([path, node]) => path.startsWith('usr/share/ca-certificates/') && node.type === 'file')
    .map(([path]) => path)
    .sort();
  const bundle = Buffer.concat(certificates.map((path) => bytesOf(deb.files, path)));
  const copyright = 'usr/share/doc/ca-certificates/copyright';
  const tree: Tree = new Map([
    ['etc/ssl/certs/ca-certificates.crt', file(bundle, {mode: 0o555})],
    [copyright, file(bytesOf(deb.files, copyright), {mode: 0o555})],
  ]);
  return {tree: merge(tree, registered(deb)), facts: factsOf(deb)};
}

/** Downloads one package of a suite and reads it. */
export async function debOf(workshop: Workshop, suite: Suite, name: string): Promise<Deb> {
  const [deb] = await debsOf(workshop, suite, [name]);
  if (!deb) throw new Error(`${name}: not downloaded from Debian ${suite}`);
  return deb;
}

/** Downloads some packages of a suite at once and reads them, in the order of their names here. */
export async function debsOf(workshop: Workshop, suite: Suite, names: readonly string[]): Promise<Deb[]> {
  const paths = await fetchDebs(workshop, suite, names);
  return Promise.all(
    names.flatMap((name) => paths.get(name) ?? []).map((path) => readDeb(path, workshop.signal)),
  );
}

function registered(deb: Deb): Tree {
  const at = `var/lib/dpkg/status.d/${deb.name}`;
  const tree: Tree = new Map([[at, file(deb.control)]]);
  if (deb.md5sums !== null) tree.set(`${at}.md5sums`, file(deb.md5sums));
  return tree;
}

/** What a layer that holds only this package has to say. */
export function factsOf(deb: Deb): LayerFacts {
  return {packages: {[deb.name]: deb.version}, checks: [SIGNED]};
}

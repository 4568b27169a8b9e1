import path from 'node:path';
import type {ViewContext} from '../../verified-examples/src/pages/views/context';
import {siteChanges} from './changes/changesPage';
import {feedFiles} from './changes/feeds';
import {dataElement} from './inject';
import type {Ledger} from './ledger/readLedger';
import {attestationFiles} from './machines/attestations';
import {badgeFiles} from './machines/badges';
import {articleThings, graphOf, sampleThings, type Site} from './machines/jsonLd';
import {matrixFiles} from './machines/matrixFiles';
import {sampleOf} from './machines/sample';
import type {Made} from './made';
import {shortAddress} from './model';
import {PICTURES_CACHE} from './share/picture';
import {picturePath, shareElements, shareFiles, type Shared} from './share/shareFiles';
import {oldest, type Subject} from './states/subject';
import type {Twin} from './twins/writeTwin';

/** What is read by other programs than browsers: feeds, badges, attestations, tables, pictures for shares. */
export async function filesForMachines(
  siteDir: string,
  {base}: Site,
  ledger: Ledger,
  subjects: readonly Subject[],
  context: ViewContext,
): Promise<Made[]> {
  const {collection} = context;
  const examples = collection.examples.map(({id, manifest}) => ({id, title: manifest.title}));
  const since = oldest(collection.standings.flatMap(({proof}) => proof?.provedAt ?? []));
  const shared = subjects.flatMap((subject) => sharedAs(subject) ?? []);
  return [
    ...feedFiles(siteChanges(siteDir, ledger, collection), {base, examples, since}),
    ...badgeFiles(collection.standings),
    ...attestationFiles(collection, base),
    ...matrixFiles(context),
    ...(await shareFiles(shared, path.join(siteDir, PICTURES_CACHE))),
  ];
}

/** What stands in the head of a page about itself. */
export function headOf(subject: Subject, page: Twin, context: ViewContext, site: Site): string[] {
  const shared = sharedAs(subject);
  const picture = shared === undefined ? {} : {picture: picturePath(shared)};
  const [example] = subject.examples;
  const things =
    subject.kind === 'x' && example !== undefined
      ? sampleThings({...sampleOf(example, context), ...picture}, site)
      : articleThings({...articleOf(subject, page), ...picture}, site);
  return [
    dataElement('application/ld+json', graphOf(things)),
    ...(shared === undefined ? [] : shareElements(shared, site.base)),
  ];
}

function articleOf({kind, page, title, provedAt, proofs}: Subject, {description}: Twin) {
  const examples = new Set(proofs.map(({keyParts}) => keyParts.example));
  return {
    path: page,
    ...{title, description, provedAt},
    trail: [{label: 'Home', href: '/'}, ...(kind === 's' ? [{label: 'Fix', href: '/fix'}] : [])],
    basedOn: [...examples].map((id) => shortAddress({kind: 'x', id})),
  };
}

/** Symptoms and recipes are what people share. */
function sharedAs({kind, id, title, examples}: Subject): Shared | undefined {
  if (kind === 's')
    return {kind, id, title, kicker: 'Go in containers: what it means, and the fix', face: 'mono'};
  if (kind === 'x' && examples[0]?.manifest.recipe !== undefined)
    return {kind, id, title, kicker: 'A Dockerfile that was built and run', face: 'sans'};
  return undefined;
}

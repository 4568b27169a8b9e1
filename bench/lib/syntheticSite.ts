import {cpSync, mkdirSync, readFileSync, readdirSync, writeFileSync} from 'node:fs';
import path from 'node:path';
import {isMap, isSeq, parseDocument} from 'yaml';
import {DEFAULT_OPTIONS} from '../../plugins/verified-examples/src/settings';
import {keyOf, keyParts} from '../../plugins/verified-examples/src/proof/keys/key';
import {Receipt} from '../../plugins/verified-examples/src/proof/model/receipt';
import {formatReceipt} from '../../plugins/verified-examples/src/proof/receipt/write';
import {seal} from '../../plugins/verified-examples/src/proof/receipt/seal';
import {collect} from '../../plugins/verified-examples/src/proof/collection';

/** Two that belong together: the twins of the first have their fix in the second. */
const MODELS = ['glibc-on-alpine', 'cgo-musl-alpine'];

/**
 * A site of copies of real examples under other names, each with a receipt that holds: everything that the gate does for
 * a site that may be built is done for it.
 */
export function makeSyntheticSite(root: string, site: string, size: number): void {
  cpSync(path.join(root, 'examples/_apps'), path.join(site, 'examples/_apps'), {recursive: true});
  cpSync(path.join(root, 'examples/_lab'), path.join(site, 'examples/_lab'), {recursive: true});
  const names = [...MODELS, ...MODELS.flatMap((model) => symptomsOf(root, model))];
  for (let index = 0; index < size; index++) {
    const pair = String(Math.floor(index / MODELS.length));
    const model = MODELS[index % MODELS.length] ?? '';
    const target = path.join(site, 'examples', `${model}-${pair}`);
    mkdirSync(target, {recursive: true});
    for (const file of readdirSync(path.join(root, 'examples', model))) {
      const written = readFileSync(path.join(root, 'examples', model, file), 'utf8');
      const text = file === 'example.yaml' ? withoutNeighbours(written) : written;
      const renamed = names.reduce((all, name) => all.replaceAll(name, () => `${name}-${pair}`), text);
      writeFileSync(path.join(target, file), renamed);
    }
  }
  renewReceipts(site);
}

/** Twins name symptoms of examples that are not among the models. */
function withoutNeighbours(manifest: string): string {
  const document = parseDocument(manifest);
  const twins = document.get('twins');
  if (isSeq(twins)) for (const twin of twins.items) if (isMap(twin)) twin.delete('mistakenFor');
  return document.toString({lineWidth: 0});
}

function symptomsOf(root: string, model: string): string[] {
  const manifest = readFileSync(path.join(root, 'examples', model, 'example.yaml'), 'utf8');
  return [...new Set([...manifest.matchAll(/symptom: ([\w-]+)/g)].map(([, symptom = '']) => symptom))];
}

/** Under other names other keys and seals are right. */
function renewReceipts(site: string): void {
  const {examples, identity} = collect(site, {id: 'default', ...DEFAULT_OPTIONS});
  for (const example of examples) {
    const file = path.join(example.folder, 'receipt.json');
    const receipt = Receipt.parse(JSON.parse(readFileSync(file, 'utf8')));
    const proofs = receipt.proofs.map((proof) => {
      const {variant, platform, world} = proof;
      const result = keyParts({example, variant, platform, world}, identity);
      if ('unknownBases' in result) throw new Error(`${example.id}: ${result.unknownBases.join(', ')}`);
      return seal(example.id, {...proof, keyParts: result.parts, key: keyOf(result.parts)});
    });
    writeFileSync(file, formatReceipt({...receipt, proofs}));
  }
}

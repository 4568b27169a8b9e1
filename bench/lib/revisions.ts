import {createHash} from 'node:crypto';
import {existsSync, readdirSync, readFileSync} from 'node:fs';
import path from 'node:path';
import {NOTICE, type State, type StateFile} from '../../plugins/permalinks/src/model';

/** An example as text: what its revisions are made from. */
export interface Material {
  id: string;
  files: {path: string; bytes: Buffer; executable: boolean}[];
  /** Of the receipt, as a page shows it: facts and what ran. */
  proof: string;
}

const STYLE = '<style>body{font:1rem/1.5 system-ui;max-width:60rem;margin:auto}pre{overflow:auto}</style>';

/** @returns Every example that has a Dockerfile and a receipt */
export function subjects(examplesDir: string): Material[] {
  return readdirSync(examplesDir)
    .filter((id) => !id.startsWith('_') && existsSync(path.join(examplesDir, id, 'Dockerfile')))
    .filter((id) => existsSync(path.join(examplesDir, id, 'receipt.json')))
    .map((id) => {
      const folder = path.join(examplesDir, id);
      const files = readdirSync(folder, {recursive: true, withFileTypes: true})
        .filter((entry) => entry.isFile() && entry.name !== 'receipt.json')
        .map((entry) => path.join(entry.parentPath, entry.name))
        .map((file) => ({
          path: `context/${path.relative(folder, file)}`,
          bytes: readFileSync(file),
          executable: file.endsWith('.sh'),
        }));
      return {id, files, proof: readFileSync(path.join(folder, 'receipt.json'), 'utf8').slice(0, 12_000)};
    });
}

/** The states of some examples in a round: the first line of each Dockerfile, and two figures of its proof, are of the round. */
export function statesOfRound(materials: readonly Material[], round: number): State[] {
  return materials.map((material) => stateOf(material, round));
}

function stateOf({id, files, proof}: Material, round: number): State {
  const provedAt = new Date(Date.UTC(2026, 0, 1 + round)).toISOString();
  const changed = files.map((file) =>
    path.basename(file.path) === 'Dockerfile'
      ? {...file, bytes: Buffer.from(`# Round ${round}\n${file.bytes.toString('utf8')}`)}
      : file,
  );
  const proved = proof.replace(/\d{5,}/, String(100_000 + round)).replace(/\d\.\d+\.\d+/, `1.2.${round}`);
  const shown = changed.filter(({bytes}) => bytes.length < 20_000 && !bytes.includes(0));
  const file = (at: string, text: string): StateFile => ({path: at, bytes: Buffer.from(text)});
  return {
    kind: 'x',
    id,
    key: createHash('sha256').update(`${id} ${round}`).digest('hex'),
    title: id,
    page: `/examples/${id}`,
    example: id,
    provedAt,
    files: [
      file('.html', html(id, shown, proved)),
      file('.md', markdown(id, shown, proved)),
      file('.txt', proved),
      file('.json', JSON.stringify({id, round, proved})),
      ...changed.map(({path: at, bytes}) => ({path: `/${at}`, bytes})),
    ],
    archives: [{path: `/${id}.zip`, files: changed}],
  };
}

/** As a highlighter writes it: every word in an element. */
function html(id: string, files: Material['files'], proof: string): string {
  const block = (text: string) =>
    `<pre>${text
      .replaceAll('&', '&amp;')
      .replaceAll('<', '&lt;')
      .replace(/[\w.-]{3,}/g, '<span style="color:#8250df">$&</span>')}</pre>`;
  const blocks = files.map((file) => `<h2>${file.path}</h2>${block(file.bytes.toString('utf8'))}`);
  return [
    `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>${id}</title>${STYLE}</head>`,
    `<body>${NOTICE}<h1>${id}</h1>`,
    ...blocks,
    block(proof),
    '</body></html>',
  ].join('\n');
}

function markdown(id: string, files: Material['files'], proof: string): string {
  const blocks = files.map((file) => `## ${file.path}\n\n~~~\n${file.bytes.toString('utf8')}~~~\n`);
  return [`# ${id}\n`, ...blocks, '## Proof\n', `~~~json\n${proof}\n~~~\n`].join('\n');
}

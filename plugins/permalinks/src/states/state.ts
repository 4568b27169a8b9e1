import type {Element, Root} from 'hast';
import {packedFiles, REPRODUCE, reproduceScript} from '../../../verified-examples/src/pages/publish/archive';
import {revisionAddress, type State, type StateArchive, type StateFile} from '../model';
import {revisionHtml, type Facts} from '../render/html';
import {plainText} from '../render/text';
import {markdownOf} from '../twins/markdown';
import {textOf} from '../twins/clean';
import {beside} from './links';
import {basesInWords, dockerfileOf, type Subject} from './subject';
import {recordOf} from './record';

/** Bytes that the page of a revision may have; what is folded goes beside it then, and after that long blocks. */
const MOST = 150_000;
/** Lines that stay of a long block. */
const LINES = 40;

/**
 * Everything that is published of a subject, as it is now.
 *
 * @param content - What it says, with the links of a revision
 */
export async function stateOf(subject: Subject, content: Root): Promise<State> {
  const {kind, id, key, title, page, example, provedAt} = subject;
  const archives = subject.examples.map(archiveOf);
  const beforeCuts: StateFile[] = [
    {path: '.md', bytes: text(`${frontMatter(subject)}${await markdownOf(content)}`)},
    {
      path: '.txt',
      bytes: text(
        `${plainText(content)}\n${factsOf(subject)
          .map(([name, value]) => `${name}: ${value}`)
          .join('\n')}\n`,
      ),
    },
    {path: '.json', bytes: text(`${JSON.stringify(recordOf(subject), null, 1)}\n`)},
    ...dockerfilesOf(subject),
    ...(archives.length === 0 ? [] : [{path: `/${REPRODUCE}`, bytes: reproduceScript()}]),
  ];
  const links = (files: readonly StateFile[]): Facts['links'] => [
    ...files.map(({path}): [string, string] => [
      path.startsWith('/') ? path.slice(1) : path.slice(1).toUpperCase(),
      `${beside(subject)}${path}`,
    ]),
    ...archives.map(({path}): [string, string] => [path.slice(1), `${beside(subject)}${path}`]),
  ];
  const facts = {facts: factsOf(subject), links: links(beforeCuts)};
  const logs: StateFile[] = [];
  let html = await revisionHtml(subject, content, facts);
  for (const cut of [cutFolds, cutBlocks]) {
    if (Buffer.byteLength(html) <= MOST) break;
    cut(content, beside(subject), logs);
    html = await revisionHtml(subject, content, facts);
  }
  if (Buffer.byteLength(html) > MOST)
    throw new Error(
      `${revisionAddress(subject)}: ${Buffer.byteLength(html)} bytes of HTML, more than ${MOST}`,
    );
  return {
    ...{kind, id, key, title, page, example, provedAt},
    files: [{path: '.html', bytes: text(html)}, ...beforeCuts, ...logs],
    archives,
  };
}

function archiveOf(example: Subject['examples'][number]): StateArchive {
  return {path: `/${example.id}.zip`, files: packedFiles(example)};
}

/** Of an example alone: a symptom's are in its archives, several of one name. */
function dockerfilesOf({kind, examples}: Subject): StateFile[] {
  if (kind !== 'x') return [];
  const files = examples.flatMap((example) =>
    Object.keys(example.variants).flatMap((variant) => dockerfileOf(example, variant) ?? []),
  );
  return [...new Set(files)].map(({path, bytes}) => ({path: `/${path}`, bytes}));
}

function frontMatter(subject: Subject): string {
  const facts = factsOf(subject).map(
    ([name, value]) => `${name.toLowerCase().replaceAll(' ', '-')}: ${JSON.stringify(value)}`,
  );
  return `---\ntitle: ${JSON.stringify(subject.title)}\n${facts.join('\n')}\n---\n\n`;
}

function factsOf(subject: Subject): [string, string][] {
  const {key, page, provedAt, provedBy, proofs, swhid} = subject;
  const bases = basesInWords(proofs).join(', ');
  return [
    ['Address', revisionAddress(subject)],
    ['Key', key],
    ['Shown at', page],
    ['Proved', provedAt.slice(0, 10)],
    ['Proved by', provedBy],
    ...(bases === '' ? [] : [['Bases', bases] as [string, string]]),
    ...(swhid === null ? [] : [['Software Heritage id', swhid] as [string, string]]),
  ];
}

/** Puts runs that the page folds into files beside it. */
function cutFolds(content: Root | Element, folder: string, logs: StateFile[]): void {
  for (const child of content.children) {
    if (child.type !== 'element') continue;
    const {dataFold} = child.properties;
    if (typeof dataFold !== 'string') {
      cutFolds(child, folder, logs);
      continue;
    }
    const [name, ...rest] = child.children;
    logs.push({path: `/runs/${dataFold}.txt`, bytes: text(plainText({type: 'root', children: rest}))});
    child.children = [
      ...(name === undefined ? [] : [name]),
      linkTo(`${folder}/runs/${dataFold}.txt`, 'The run in full'),
    ];
  }
}

/** Shortens long blocks to their first lines, with the whole beside the page. */
function cutBlocks(content: Root | Element, folder: string, logs: StateFile[]): void {
  for (const child of [...content.children]) {
    if (child.type !== 'element') continue;
    if (child.tagName !== 'pre') {
      cutBlocks(child, folder, logs);
      continue;
    }
    const whole = textOf(child);
    const lines = whole.split('\n');
    if (lines.length <= LINES) continue;
    const path = `/runs/block-${logs.length + 1}.txt`;
    logs.push({path, bytes: text(whole)});
    child.children = [{type: 'text', value: lines.slice(0, LINES).join('\n')}];
    content.children.splice(
      content.children.indexOf(child) + 1,
      0,
      linkTo(`${folder}${path}`, `All ${lines.length} lines`),
    );
  }
}

function linkTo(href: string, words: string): Element {
  const link: Element = {
    type: 'element',
    tagName: 'a',
    properties: {href},
    children: [{type: 'text', value: words}],
  };
  return {type: 'element', tagName: 'p', properties: {}, children: [link]};
}

function text(value: string): Uint8Array {
  return Buffer.from(value);
}

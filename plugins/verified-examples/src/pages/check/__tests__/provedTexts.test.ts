import {describe, expect, it} from 'vitest';
import {DOCKERFILE, MANIFEST, hello, only, proofOf} from '../../../__tests__/fixtures';
import {collectionOf, symptomContext} from '../../../__tests__/symptomSite';
import {parsePage} from '../../mdx/pages';
import {Addresses} from '../../publish/addresses';
import {provedTexts} from '../provedTexts';
import type {Kind} from '../texts';

async function textsOf(page = '', context = symptomContext()) {
  return provedTexts(
    context,
    [{file: 'docs/page.mdx', text: page, tree: await parsePage(page)}],
    'https://guide.test/',
  );
}

const stateOf = async (kind: Kind, text: string, example: string | undefined = 'hello') =>
  (await textsOf()).stateOf(kind, text, example);

const RUN = 'docker run --rm --network none hello:current';

describe('the texts that a page may show', () => {
  it('are the files of an example, whole and by their parts, and no other lines of them', async () => {
    const [, build = '', final = ''] = /^([^]*?)(# The program[^]*)$/.exec(DOCKERFILE) ?? [];
    expect(await stateOf('code', DOCKERFILE)).toBe('verified');
    expect(await stateOf('code', DOCKERFILE.trimEnd())).toBeUndefined();
    expect(await stateOf('code', build.split('\n').slice(1, 5).join('\n') + '\n')).toBe('verified');
    expect(await stateOf('code', final.split('\n').slice(0, 2).join('\n'))).toBeUndefined();
    expect(await stateOf('code', 'package main\n')).toBeUndefined();
    expect(await stateOf('code', DOCKERFILE, 'other')).toBeUndefined();
  });

  it('are the commands and outputs of its proofs, each as what it is', async () => {
    expect(await stateOf('code', 'docker build -t hello:current context')).toBe('verified');
    expect(await stateOf('command', RUN)).toBe('verified');
    expect(await stateOf('stdout', 'hello\n')).toBe('verified');
    expect(await stateOf('stderr', 'hello\n')).toBeUndefined();
    expect(await stateOf('code', `${RUN}hello`)).toBe('verified');
    expect(await stateOf('code', `${RUN}stderrwho?`)).toBe('verified');
    expect(
      await stateOf('code', 'docker build --target build -t hello:broken contextstderrsh: gcc: not found'),
    ).toBe('verified');
    expect(await stateOf('code', `${RUN}hello`, undefined)).toBe('verified');
  });

  it('are the values that a page reads, with the words around them', async () => {
    const texts = await textsOf('It is :measured[linked %]{id=hello fact=binary.linkage}.\n');
    expect(texts.stateOf('measured', 'linked static', 'hello')).toBe('verified');
    expect(texts.stateOf('measured', 'linked dynamic', 'hello')).toBeUndefined();
    expect(texts.stateOf('code', 'linked static', 'hello')).toBeUndefined();
  });

  it('are the fences of pages, as reasoned', async () => {
    const texts = await textsOf('```bash reason="needs a Mac" until=2027-06-30\nsw_vers\n```\n');
    expect(texts.stateOf('code', 'sw_vers', undefined)).toBe('reasoned');
    expect(texts.stateOf('code', 'sw_vers', 'hello')).toBeUndefined();
  });

  it('are matrices with every cell in its place', async () => {
    const manifest = `${MANIFEST}matrix:\n  - {heading: Greetings, scenarios: [greets]}\n`;
    const example = only(hello({'examples/hello/example.yaml': manifest}));
    const collection = collectionOf(example, [proofOf(example)]);
    const texts = await textsOf('', {collection, addresses: new Addresses('examples')});
    const table = 'Scenario | Go 1.27\ngreets | works: exit 0: hello0.2 s';
    expect(texts.stateOf('matrix', table, 'hello')).toBe('verified');
    expect(texts.stateOf('matrix', table.replace('works', 'fails'), 'hello')).toBeUndefined();
  });

  it('are expired where every proof of them is', async () => {
    const example = only(hello());
    const context = (provedAt: string) => ({
      collection: collectionOf(example, [proofOf(example, {provedAt})]),
      addresses: new Addresses('examples'),
    });
    const old = await textsOf('', context('2026-08-01T00:00:00Z'));
    expect(old.stateOf('code', DOCKERFILE, 'hello')).toBe('expired');
    expect(old.stateOf('stdout', 'hello\n', 'hello')).toBe('expired');
  });

  it('are none of an example without a proof', async () => {
    const collection = collectionOf(only(hello()), []);
    const texts = await textsOf('', {collection, addresses: new Addresses('examples')});
    expect(texts.stateOf('code', DOCKERFILE, 'hello')).toBeUndefined();
  });
});

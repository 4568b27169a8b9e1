import {execFileSync} from 'node:child_process';
import {mkdtempSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import path from 'node:path';
import {beforeAll, describe, expect, test} from 'vitest';
import {verifiedExamples} from '../../../../siteOptions';
import {createContext} from '../../../../verified-examples/src/pages/context';
import type {ViewContext} from '../../../../verified-examples/src/pages/views/context';
import {readBaseFacts} from '../../../../verified-examples/src/proof/bases/facts';
import {withDefaults} from '../../../../verified-examples/src/settings';
import {revisionAddress} from '../../model';
import {revisionLinks, withoutDownload} from '../links';
import {keyOfShown, shownExample} from '../shown';
import {citationOf, swhidOf, type Subject} from '../subject';
import {subjectsOf} from '../subjects';

const SITE = path.join(__dirname, '../../../../..');

test('a key does not depend on the order of what is shown', () => {
  expect(keyOfShown({a: 1, b: [{c: 2, d: 3}]})).toBe(keyOfShown({b: [{d: 3, c: 2}], a: 1}));
  expect(keyOfShown({a: [1, 2]})).not.toBe(keyOfShown({a: [2, 1]}));
});

test('no command of a revision names a host', () => {
  expect(withoutDownload('curl -fLO https://a.example/b/examples/x/x.zip\nunzip x.zip -d x')).toBe(
    '# Download x.zip from this page first.\nunzip x.zip -d x',
  );
});

test('a SWHID is what git calls the file', () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'swhid-'));
  writeFileSync(path.join(folder, 'f'), 'FROM scratch\nCOPY ä /\n');
  const hash = execFileSync('git', ['hash-object', 'f'], {cwd: folder, encoding: 'utf8'}).trim();
  expect(swhidOf(Buffer.from('FROM scratch\nCOPY ä /\n'))).toBe(`swh:1:cnt:${hash}`);
});

describe('the examples of this site', () => {
  let context: ViewContext;
  let subjects: Subject[];
  beforeAll(() => {
    context = createContext(SITE, withDefaults(verifiedExamples))();
    subjects = subjectsOf(context, []);
  });

  test('every symptom and example has an address of its own', () => {
    expect(subjects.length).toBeGreaterThan(100);
    expect(new Set(subjects.map(revisionAddress)).size).toBe(subjects.length);
    expect(subjects.filter(({proofs}) => proofs.length === 0)).toEqual([]);
  });

  test('a citation of a symptom begins with what says more', () => {
    const titleOf = (symptom: string) => {
      const subject = subjects.find(({kind, id}) => kind === 's' && id === symptom);
      if (subject === undefined) throw new Error(`no symptom ${symptom}`);
      return citationOf(subject).title;
    };
    expect(titleOf('lookup-io-timeout')).toMatch(/^i\/o timeout \(.+\)$/);
    expect(titleOf('lost-packet-five-seconds')).toMatch(/^\p{L}.+ \(prints "seconds":5\)$/u);
  });

  test('a proof made again of the same bytes changes no key; what is shown does', () => {
    const [example] = context.collection.examples;
    if (example === undefined) throw new Error('no example');
    const before = keyOfShown(shownExample(example, context.collection));
    const with_ = (change: (proof: NonNullable<(typeof standings)[number]['proof']>) => object) => {
      const changed = standings.map((one) =>
        one.example.id === example.id && one.proof
          ? {...one, proof: {...one.proof, ...change(one.proof)}}
          : one,
      );
      return keyOfShown(shownExample(example, {...context.collection, standings: changed}));
    };
    const {standings} = context.collection;
    expect(
      with_((proof) => ({
        provedAt: '2031-01-01T00:00:00Z',
        keyParts: {...proof.keyParts, runner: proof.keyParts.runner + 1},
        scenarios: proof.scenarios.map((run) => ({...run, seconds: run.seconds + 1})),
      })),
    ).toBe(before);
    expect(with_(({build}) => ({build: {...build, command: 'docker build .'}}))).not.toBe(before);
    expect(
      with_(({scenarios}) => ({scenarios: scenarios.map((run) => ({...run, exit: run.exit + 1}))})),
    ).not.toBe(before);
    expect(
      with_(({keyParts}) => ({
        keyParts: {...keyParts, bases: {...keyParts.bases, 'alpine:3.23': 'sha256:0'}},
      })),
    ).not.toBe(before);
  });

  test('a recipe has another key once its options are others', () => {
    const find = (id: string) => {
      const found = context.collection.examples.find((one) => one.id === id);
      if (found === undefined) throw new Error(`no ${id}`);
      return found;
    };
    const key = (id: string, examples = context.collection.examples) =>
      keyOfShown(shownExample(find(id), {...context.collection, examples}));
    const fewer = context.collection.examples.filter(({id}) => id !== 'healthcheck');
    expect(key('pure-go-static', fewer)).not.toBe(key('pure-go-static'));
    expect(key('pure-go-scratch', fewer)).toBe(key('pure-go-scratch'));
  });

  test('a guide has another key once the bases, words or examples that it shows are others', () => {
    const {facts} = readBaseFacts(SITE);
    const key = (source: string, changed: Partial<ViewContext> = {}, shown = facts) =>
      subjectsOf({...context, ...changed}, [{page: '/a/b', title: 'T', source, facts: shown}]).at(-1)?.key;
    const {words} = context;
    if (words === undefined) throw new Error('no words');
    const fewer = {words: {...words, words: words.words.slice(1)}};
    const older = {words: {...words, words: words.words.map((one) => ({...one, date: '2031-01-01'}))}};
    expect(key('::bases{}', {}, facts.slice(1))).not.toBe(key('::bases{}'));
    const pulled = {digest: `sha256:${'0'.repeat(64)}`, on: '2031-01-01'};
    const other = (on: string) =>
      key('::bases{}', {}, [
        ...facts.slice(1),
        ...facts.slice(0, 1).map((one) => ({...one, pulled: {...pulled, on}})),
      ]);
    expect(other('2031-01-01')).not.toBe(key('::bases{}', {}, [...facts.slice(1), ...facts.slice(0, 1)]));
    expect(other('2031-01-02')).toBe(other('2031-01-01'));
    expect(key('text', {}, facts.slice(1))).toBe(key('text'));
    expect(key('::words{case=a}', fewer)).not.toBe(key('::words{case=a}'));
    expect(key('::words{case=a}', older)).toBe(key('::words{case=a}'));
    expect(key('text', fewer)).toBe(key('text'));
    expect(key('text.')).not.toBe(key('text'));
  });

  test('links of a revision lead to revisions, to files beside it, and else to the page, all relative', () => {
    const find = (id: string) => {
      const found = subjects.find((one) => one.kind === 'x' && one.id === id);
      if (found === undefined) throw new Error(`no ${id}`);
      return found;
    };
    const own = find('pure-go-static');
    const other = find('pure-go-scratch');
    const linked = revisionLinks(subjects, '/base/', context.addresses);
    const name = revisionAddress(own).slice('/x/'.length);
    expect(linked(own, '#build')).toBe('#build');
    expect(linked(own, 'https://go.dev')).toBe('https://go.dev');
    expect(linked(own, '/base/examples/pure-go-static#image')).toBe('#image');
    expect(linked(own, '/base/examples/pure-go-scratch#build')).toBe(
      `..${revisionAddress(other)}.html#build`,
    );
    expect(linked(own, '/base/examples/pure-go-static/pure-go-static.zip')).toBe(
      `${name}/pure-go-static.zip`,
    );
    expect(linked(own, '/base/examples/pure-go-static/reproduce.sh')).toBe(`${name}/reproduce.sh`);
    expect(linked(own, '/base/s/any@0123456789ab#fix')).toBe('../s/any@0123456789ab.html#fix');
    expect(linked(own, '/base/about#rebuilt')).toBe('../about#rebuilt');
  });
});

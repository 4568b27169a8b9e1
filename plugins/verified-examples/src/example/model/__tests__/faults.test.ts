import {readdirSync, readFileSync} from 'node:fs';
import path from 'node:path';
import {describe, expect, it} from 'vitest';
import {hello, MANIFEST, only} from '../../../__tests__/fixtures';
import {Fault} from '../faults';

const LAB = path.join(__dirname, '../../../../../../examples/_lab');
const SOURCES = path.join(LAB, 'internal/nameserver');
const source = readdirSync(SOURCES)
  .filter((file) => file.endsWith('.go') && !file.endsWith('_test.go'))
  .map((file) => readFileSync(path.join(SOURCES, file), 'utf8'))
  .join('\n');

/** Names of options in a piece of Go: of the fields of its structs, and of those of a struct that they embed. */
function optionsIn(go: string): string[] {
  const embedded = /struct\s*\{\s*transports\s*\}/.test(go) ? body('type transports struct', source) : '';
  return [...`${go}${embedded}`.matchAll(/`json:"(\w+)"`/g)].map(([, name = '']) => name);
}

function body(head: string, text: string): string {
  return text.slice(text.indexOf(head)).split(/^}/m)[0] ?? '';
}

/** Kinds of faults of the lab, each with the options that it reads. */
const ofLab = [...body('var kinds =', source).matchAll(/"([\w-]+)":\s+(\w+),/g)].map(
  ([, kind = '', maker = '']): [string, string[]] => [kind, optionsIn(body(`func ${maker}(`, source))],
);

const ofSchema = Fault.options.map((option): [string, string[]] => {
  const {kind, options} = option.shape;
  const known = 'unwrap' in options ? options.unwrap() : options;
  return [kind.value, Object.keys(known.shape)];
});

const scenario = (dns: string) =>
  MANIFEST.replace(
    'title: greets\n',
    `title: greets\n    network: lab\n    dns:\n      records: [db.test. 60 IN A 10.0.0.5]\n${dns}`,
  );
const read = (dns: string) => hello({'examples/hello/example.yaml': scenario(dns)});
const refusals = (dns: string) =>
  read(dns).problems.map(({line, column, message}) => `${line}:${column}: ${message}`);

describe('faults', () => {
  it('are those of the lab, with its options', () => {
    expect(ofLab.length).toBeGreaterThan(0);
    expect(Object.fromEntries(ofSchema)).toEqual(Object.fromEntries(ofLab));
  });

  it('are those that its README tells of', () => {
    const told = readFileSync(path.join(LAB, 'README.md'), 'utf8').matchAll(/^\| `([a-z-]+)` /gm);
    expect([...told].map(([, kind]) => kind).sort()).toEqual(ofSchema.map(([kind]) => kind).sort());
  });

  it('go to the lab as they are written', () => {
    const written = '      faults: [{kind: truncate, name: db.test., type: A, options: {answers: 1}}]\n';
    expect(only(read(written)).manifest.scenarios[0]?.dns?.faults).toEqual([
      {kind: 'truncate', name: 'db.test.', type: 'A', options: {answers: 1}},
    ]);
  });

  it.each([
    [
      'faults: [{kind: silnt}]',
      '16:23: scenarios.0.dns.faults.0.kind: expected "silent" or "rcode" or "delay" or "truncate" or "cut-off" or "drop-edns" or "one-per-port" or "one-per-port-ever" or "one-per-connection", got "silnt"; did you mean "silent"?',
    ],
    [
      'faults: [{kind: silent, options: {transports: udp}}]',
      '16:41: scenarios.0.dns.faults.0.options: unknown key "transports"; did you mean "transport"? known: transport',
    ],
    [
      'faults: [{kind: silent, options: {transport: icmp}}]',
      '16:52: scenarios.0.dns.faults.0.options.transport: expected "udp" or "tcp" or "both", got "icmp"; did you mean "tcp"?',
    ],
    ['faults: [{kind: delay}]', '16:16: scenarios.0.dns.faults.0.options: expected object, got nothing'],
    [
      'faults: [{kind: delay, options: {ms: 1.5}}]',
      '16:44: scenarios.0.dns.faults.0.options.ms: expected int, got number',
    ],
    [
      'faults: [{kind: rcode, options: {rcode: SERVFIAL}}]',
      '16:47: scenarios.0.dns.faults.0.options.rcode: expected "NOERROR" or "FORMERR" or "SERVFAIL" or "NXDOMAIN" or "NOTIMP" or "REFUSED" or "YXDOMAIN" or "YXRRSET" or "NXRRSET" or "NOTAUTH" or "NOTZONE", got "SERVFIAL"; did you mean "SERVFAIL"?',
    ],
    [
      'faults: [{kind: silent, type: AAA}]',
      '16:37: scenarios.0.dns.faults.0.type: there is no type "AAA" of DNS records; did you mean "AAAA"? known: A, AAAA,',
    ],
    [
      'asked: [{name: db.test., type: a}]',
      '16:38: scenarios.0.dns.asked.0.type: there is no type "a" of DNS records; ',
    ],
    [
      'servers: [{listen: 127.0.0.1, records: [db.test. IN AAAAA ::1]}]',
      '16:47: scenarios.0.dns.servers.0.records.0: there is no type "AAAAA" of DNS records; did you mean "AAAA"?',
    ],
  ])('and more of dns are refused at once: %s', (written, message) => {
    const found = refusals(`      ${written}\n`);
    expect(found).toHaveLength(1);
    expect(found[0]).toContain(message);
  });
});

import {Lines} from './lines';
import type {Part} from './model';

/** Something that a log tells beside its errors. */
export interface Fact extends Part {
  kind: string;
  value: string;
  says: string;
  line: number;
}

/** Servers that stand in `on IP:53` for the same thing everywhere. */
const SERVERS: Record<string, string> = {
  '127.0.0.11': "Docker's embedded DNS server answered, for a network of the user's own",
  '127.0.0.53': 'systemd-resolved was asked',
  '127.0.1.1': 'the dnsmasq of an old NetworkManager was asked',
  '169.254.20.10': 'NodeLocal DNSCache was asked',
  '169.254.169.254': "the cloud provider's DNS server was asked",
  '168.63.129.16': "Azure's DNS server was asked",
  '127.0.0.1': 'a server on loopback was asked, as when resolv.conf names none',
  '[::1]': 'a server on loopback was asked, as when resolv.conf names none',
};

const FACTS: readonly {kind: string; word: string; regex: RegExp; says: (value: string) => string}[] = [
  {
    kind: 'resolver',
    word: ':53',
    regex: /\blookup \S{1,250} on ((?:\d{1,3}\.){3}\d{1,3}|\[[0-9a-f:]{2,45}\]):53\b/,
    says: (ip) => `A server is named, so Go's own resolver asked; ${SERVERS[ip] ?? `${ip} was asked`}.`,
  },
  {
    kind: 'libc',
    word: 'musl',
    regex: /\b(ld-musl-[\w-]{2,20}|musl)\b/,
    says: () => 'musl is in it: an Alpine image, or a program built on one.',
  },
  {
    kind: 'libc',
    word: 'GLIBC_',
    regex: /\bGLIBC_(\d[\d.]{1,8}\d)\b/,
    says: (version) => `A program asked for glibc ${version}.`,
  },
  {
    kind: 'image',
    word: 'distroless',
    regex: /\b(distroless\/[\w-]{2,40})/,
    says: (name) => `The image is ${name}.`,
  },
  {
    kind: 'image',
    word: 'alpine',
    regex: /\b(alpine(?::[\w.]{1,20})?)\b/,
    says: (name) => `Alpine is named: ${name}.`,
  },
  {
    kind: 'runtime',
    word: 'container_linux.go',
    regex: /(container_linux\.go:\d{1,5})/,
    says: () => 'The runtime is runc 1.0 or older.',
  },
  {
    kind: 'runtime',
    word: 'standard_init_linux.go',
    regex: /(standard_init_linux\.go:\d{1,5})/,
    says: () => 'The runtime is runc 1.0 or older.',
  },
  {
    kind: 'runtime',
    word: 'runc create failed',
    regex: /(runc create failed)/,
    says: () => 'The runtime is runc 1.1 or newer.',
  },
  {kind: 'runtime', word: 'crun', regex: /\b(crun)[:\s]/, says: () => 'The runtime is crun.'},
  {
    kind: 'go',
    word: 'go1.',
    regex: /\bgo(1\.\d{1,2}(?:\.\d{1,2})?)\b/,
    says: (version) => `Go ${version} is named.`,
  },
];

/** What a log tells beside its errors, each fact once, where it is said first. */
export function factsOf(input: string): Fact[] {
  const lines = new Lines(input);
  const facts = FACTS.flatMap(({kind, word, regex, says}): Fact[] => {
    for (
      let at = input.indexOf(word), tries = 0;
      at >= 0 && tries < 50;
      at = input.indexOf(word, at + 1), tries++
    ) {
      const [start, end] = lines.bounds(lines.lineAt(at));
      const from = Math.max(start, at - 300);
      const found = regex.exec(input.slice(from, Math.min(end, at + 300)));
      const value = found?.[1];
      if (found === null || value === undefined) continue;
      const place = from + found.index + found[0].indexOf(value);
      return [
        {kind, value, says: says(value), line: lines.lineAt(at) + 1, start: place, end: place + value.length},
      ];
    }
    return [];
  });
  return facts.filter(({says}, index) => facts.findIndex((other) => other.says === says) === index);
}

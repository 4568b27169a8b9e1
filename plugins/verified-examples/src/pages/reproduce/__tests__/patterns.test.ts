import {spawnSync} from 'node:child_process';
import {describe, expect, it} from 'vitest';
import {normalise} from '../../../proof/expect/normalise';
import {NEWLINE, toExtended} from '../patterns';
import {rulesFile} from '../rules';

/** Whether `grep -E` finds it, in the way of reproduce.sh. */
function grepFinds(pattern: string, text: string): boolean {
  const input = text.replaceAll('\n', NEWLINE);
  return (
    spawnSync('grep', ['-Eq', '-e', pattern], {input, env: {LC_ALL: 'C', PATH: process.env.PATH}}).status ===
    0
  );
}

describe('toExtended', () => {
  it.each([
    ['^[1-9]\\d\\d roots$', ['142 roots\n', 'x\n142 roots', '42 roots', '142 roots more']],
    [
      'exec: "sh": executable file not found in \\$PATH',
      ['exec: "sh": executable file not found in $PATH', 'PATH'],
    ],
    [
      '\\{[^}]*"CGO_ENABLED": "1"[^}]*\\},\\n  "missing"',
      ['{\n"CGO_ENABLED": "1"\n},\n  "missing"', '{"CGO_ENABLED": "0"}'],
    ],
    ['Machine: +AMD\\n +Machine', ['  Machine:  AMD\n  Machine: x', 'Machine: AMD Machine']],
    ['^0000000 +# +! +\\\\r +\\\\n$', ['0000000   #   !  \\r  \\n\n', '0000000   #   !  \\n']],
    ['a.c', ['abc', 'a\nc']],
    ['(0\\.[89]|1\\.[0-2])\\}$', ['{0.9}', '{1.5}']],
    ['\\S+ sockets', ['99 sockets', ' sockets']],
    ['\\b1?\\d threads\\b', ['12 threads', 'x: 7 threads,', '109 threads', '12 threadses']],
  ])('finds with grep what JavaScript finds: %s', (source, texts) => {
    const extended = toExtended(source);
    for (const text of texts)
      expect([text, grepFinds(extended?.pattern ?? '', text)]).toEqual([
        text,
        new RegExp(source, 'm').test(text),
      ]);
    expect(texts.some((text) => new RegExp(source, 'm').test(text))).toBe(true);
    expect(texts.every((text) => new RegExp(source, 'm').test(text))).toBe(false);
  });

  it.each(['a*?', '(?=x)', 'a^b', 'a$b', 'a\\bb', '\\p{L}', '[\\W]'])('has no words for %s', (source) => {
    expect(toExtended(source)).toBeUndefined();
  });
});

describe('rulesFile', () => {
  const RULES = [
    {regex: '"go": "go1\\.(\\d+)\\.\\d+"', as: '"go": "go1.$1.<patch>"'},
    {regex: '^(fatal error: newosproc\\n)[\\s\\S]*', as: '$1<the stacks>\n'},
    {regex: '/proc/\\d+/', as: '/proc/<pid>/'},
    {regex: '\\b1?\\d threads', as: '<fewer than 20> threads'},
    {regex: '^Threads:\\t50\\d$', as: 'Threads:\t<500 to 509>'},
    {regex: '= (\\d+) ms\\b', as: '= <$1?> ms'},
  ];

  it.each([
    'read udp 127.0.0.1:40123->127.0.0.1:53: i/o timeout\n',
    '{"go": "go1.27.4", "at": "2026-11-28T05:43:37Z"}\n',
    'x\nfatal error: newosproc\nstack\nmore\n',
    '2026/11/28 05:43:37 started\n/proc/17/exe\n',
    '700 lookups: 109 threads, 9 threads\n12 threads',
    'a\nThreads:\t507\nThreads:\t508\nmore',
    'Threads:\t507',
    'took = 12 ms, = 7 ms',
  ])('replaces in a shell what the verifier replaces: %j', (text) => {
    const script = `N=$(printf '\\001'); ${rulesFile(RULES).text} tr '\\n' "$N" | rules | tr "$N" '\\n'`;
    const {stdout} = spawnSync('sh', ['-c', script], {input: text, encoding: 'utf8'});
    expect(stdout).toBe(normalise(text, {rules: RULES}));
  });
});

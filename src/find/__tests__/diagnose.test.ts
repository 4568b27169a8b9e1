import {describe, expect, it} from 'vitest';
import {Diagnosis} from '../diagnose';
import type {FindData, Pattern} from '../model';

const ids = ['missing', 'other', 'relocating', 'silent', 'headers'];

function diagnosisOf(patterns: Pattern[], asks: FindData['asks'] = {}): Diagnosis {
  const symptoms = ids.map((id) => ({
    id,
    title: `The title of ${id}`,
    text: id,
    href: `/fix/${id}`,
    ...(id === 'relocating' ? {follows: ['missing']} : {}),
  }));
  return new Diagnosis({symptoms, patterns, asks, docs: []});
}

const MISSING: Pattern = {symptom: 'missing', text: 'exec {file}: no such file or directory'};
const seen = (diagnosis: Diagnosis, text: string) =>
  diagnosis.lines(text).map(({line, tier, symptom}) => `${line} ${tier} ${symptom}`);

describe('a line', () => {
  it('is underlined where the reader wrote it', () => {
    const text = '{"log":"\\u001b[31mexec \\/srv\\/app: no such file or directory\\n"}';
    const [finding] = diagnosisOf([MISSING]).lines(text);
    expect(finding?.slots.map(({name, value}) => [name, value])).toEqual([['file', '/srv/app']]);
    const [slot] = finding?.slots ?? [];
    expect(text.slice(slot?.start, slot?.end)).toBe('\\/srv\\/app');
  });

  it('may be broken by a terminal, with or without a space, in the middle of a word', () => {
    const diagnosis = diagnosisOf([MISSING]);
    for (const text of [
      'web-1  | exec /srv/app: no such\n       | file or directory',
      'starting exec /srv/app: no such file or direc\ntory',
      'starting exec /srv/app: no such file or\ndirectory',
    ])
      expect(seen(diagnosis, text)).toEqual(['1 same missing']);
  });

  it('is not put together from two that have their own times', () => {
    const text = '2024-01-01T00:00:00Z exec /srv/app: no such file\n2024-01-01T00:00:01Z or directory';
    expect(seen(diagnosisOf([MISSING]), text)).toEqual([]);
  });

  it('has another tier when a value that decides is not the proved one', () => {
    const pattern: Pattern = {
      symptom: 'other',
      text: "version `GLIBC_{version}' not found",
      proved: {version: ['2.38']},
    };
    const diagnosis = diagnosisOf([pattern]);
    expect(seen(diagnosis, "version `GLIBC_2.38' not found")).toEqual(['1 same other']);
    const [finding] = diagnosis.lines("version `GLIBC_2.40' not found");
    expect(finding).toMatchObject({
      tier: 'other-value',
      slots: [{name: 'version', value: '2.40', proved: '2.38'}],
    });
    expect(finding?.why).toBe('The text is the same, with your version 2.40; what was proved is 2.38.');
  });

  it('is left alone where a guard says so, also from the part that was broken off', () => {
    const guarded: Pattern = {...MISSING, not: [{text: ['from daemon'], within: 0}]};
    const diagnosis = diagnosisOf([guarded]);
    expect(seen(diagnosis, 'from daemon: exec /a: no such file or directory')).toEqual([]);
    expect(seen(diagnosis, 'Error response from\ndaemon: exec /a: no such file or directory')).toEqual([]);
  });

  it('may need a neighbour', () => {
    const pattern: Pattern = {
      symptom: 'headers',
      text: '^# runtime/cgo',
      needs: [{text: ['fatal error: {header}'], within: 2}],
    };
    const diagnosis = diagnosisOf([pattern]);
    expect(seen(diagnosis, '#8 1.2 # runtime/cgo\nx\ny.c:1:2: fatal error: stdlib.h: No')).toEqual([
      '1 same headers',
    ]);
    expect(seen(diagnosis, "# runtime/cgo\ngcc: error: '-m64'")).toEqual([]);
  });

  it('gets a guess only where nothing is sure, and after what is', () => {
    const guess: Pattern = {symptom: 'silent', text: 'connection refused', guess: true};
    const diagnosis = diagnosisOf([MISSING, guess]);
    expect(seen(diagnosis, 'connection refused\nexec /a: no such file or directory')).toEqual([
      '2 same missing',
      '1 closest silent',
    ]);
  });
});

describe('a log', () => {
  it('tells the first cause first, counts repeats, and folds what comes of a cause', () => {
    const relocating: Pattern = {
      symptom: 'relocating',
      text: 'Error relocating {file}: {symbol}: symbol not found',
    };
    const other: Pattern = {symptom: 'other', text: 'server misbehaving'};
    const log = [
      'exec /a: no such file or directory',
      'Error relocating /a: x: symbol not found',
      'exec /a: no such file or directory',
      'lookup a: server misbehaving',
    ].join('\n');
    const causes = diagnosisOf([MISSING, relocating, other]).log(log);
    expect(causes.map(({line, symptom, count}) => ({line, symptom, count}))).toEqual([
      {line: 1, symptom: 'missing', count: 2},
      {line: 4, symptom: 'other', count: 1},
    ]);
    expect(causes[0]?.consequences.map(({symptom}) => symptom)).toEqual(['relocating']);
  });

  it('has one cause for all versions that a program misses, shown by the one that was proved', () => {
    const pattern: Pattern = {
      symptom: 'other',
      text: "version `GLIBC_{version}' not found",
      proved: {version: ['2.34']},
    };
    const log = ['2.28', '2.34', '2.33'].map((version) => `app: version \`GLIBC_${version}' not found`);
    const causes = diagnosisOf([pattern]).log(log.join('\n'));
    expect(causes.map(({line, tier, count, consequences}) => [line, tier, count, consequences])).toEqual([
      [2, 'same', 3, []],
    ]);
  });

  it('says what it tells beside its errors', () => {
    const facts = diagnosisOf([]).facts(
      'dial tcp: lookup a on 127.0.0.11:53: server misbehaving\nbuilt with go1.26.3',
    );
    expect(facts.map(({line, says}) => `${line} ${says}`)).toEqual([
      "1 A server is named, so Go's own resolver asked; Docker's embedded DNS server answered, for a network of the user's own.",
      '2 Go 1.26.3 is named.',
    ]);
  });
});

describe('a text that several print', () => {
  const shared: Pattern = {
    ...MISSING,
    also: [{symptom: 'other', when: 'distroless/static'}, {symptom: 'silent'}],
  };
  const ask = {
    command: ['readelf -l /path/to/program'],
    answers: [
      {symptoms: ['missing'], has: ['interpreter: {path:*musl*}']},
      {symptoms: ['other', 'silent'], has: ['interpreter: {path}'], lacks: ['interpreter: {path:*musl*}']},
    ],
  };
  const diagnosis = diagnosisOf([shared], {'missing other silent': ask});

  it('has candidates, likeliest first by what the log names', () => {
    const [plain] = diagnosis.lines('exec /a: no such file or directory');
    expect(plain?.candidates).toEqual(['missing', 'other', 'silent']);
    const [named] = diagnosis.lines('FROM gcr.io/distroless/static\nexec /a: no such file or directory');
    expect(named?.symptom).toBe('other');
  });

  it('is told apart by the output of one command', () => {
    const [finding] = diagnosis.lines('exec /a: no such file or directory');
    const asked = finding === undefined ? undefined : diagnosis.ask(finding);
    expect(asked?.command).toEqual(ask.command);
    expect(diagnosis.answer(ask, '  [interpreter: /lib/ld-musl-x86_64.so.1]')).toEqual(['missing']);
    expect(diagnosis.answer(ask, '  [interpreter: /lib64/ld-linux.so.2]')).toEqual(['other', 'silent']);
    expect(diagnosis.answer(ask, 'bash: readelf: command not found')).toEqual([]);
  });
});

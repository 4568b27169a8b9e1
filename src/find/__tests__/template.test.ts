import {describe, expect, it} from 'vitest';
import {compile, matchIn} from '../template';

const match = (template: string, text: string) => matchIn(compile(template), text, (at) => at === 0);
const slots = (template: string, text: string) =>
  match(template, text)
    ?.taken.map(({name, value}) => `${name}=${value}`)
    .join(' ');

describe('a template', () => {
  it('takes the values of its slots, with their places', () => {
    const text = 'x: Error relocating /app: fcntl64: symbol not found';
    expect(slots('Error relocating {file}: {symbol}: symbol not found', text)).toBe(
      'file=/app symbol=fcntl64',
    );
    const [file] = match('relocating {file}:', text)?.taken ?? [];
    expect(text.slice(file?.start, file?.end)).toBe('/app');
  });

  it('names two slots of one type apart', () => {
    expect(slots('{path}: line {num}: {path}: not found', '/e.sh: line 3: /app: not found')).toBe(
      'path=/e.sh num=3 path2=/app',
    );
  });

  it('has parts that may be missing, and one of several', () => {
    expect(match('not found[ (needed by {file})]', 'not found (needed by /a)')?.taken).toHaveLength(1);
    expect(match('not found[ (needed by {file})]', 'not found')?.taken).toHaveLength(0);
    expect(match('{read|dial} udp', 'dial udp')).toBeDefined();
    expect(match('{read|dial} udp', 'send udp')).toBeUndefined();
  });

  it('may ask for the same value again', () => {
    expect(match('exec: "{file}": stat {=file}:', 'exec: "/a": stat /a:')).toBeDefined();
    expect(match('exec: "{file}": stat {=file}:', 'exec: "/a": stat /b:')).toBeUndefined();
  });

  it.each([
    ['GLIBC_{version:2.3..2.34}', 'GLIBC_2.32', 'GLIBC_2.38'],
    ['GLIBC_{version:2.35..}', 'GLIBC_2.38', 'GLIBC_2.4'],
    [':{port:1..1023}:', ':80:', ':8080:'],
    ['{symbol:__*_chk|fcntl64}', '__printf_chk', 'printf'],
    ['lookup {host:!*.*} on', 'lookup db on', 'lookup db.test on'],
    ['{lib:!libresolv*}', 'libz.so.1', 'libresolv.so.2'],
  ])('%s takes %s and not %s', (template, yes, no) => {
    expect(match(template, yes)).toBeDefined();
    expect(match(template, no)).toBeUndefined();
  });

  it('takes quotes for one another', () => {
    for (const quoted of ["`GLIBC'", "'GLIBC'", '"GLIBC"']) expect(match("`GLIBC'", quoted)).toBeDefined();
  });

  it('begins and ends with whole words', () => {
    expect(match('lookup db', 'nslookup db')).toBeUndefined();
    expect(match('exec {file}: no', 'fork/exec /a: no')).toBeUndefined();
    expect(match('not found', 'not foundation')).toBeUndefined();
  });

  it.each([
    ['{paht} x', 'no slot type "paht"'],
    ['{path', '"{path" has no end'],
    ['[a', 'a "[" has no "]"'],
    ['{=file} x', '"{=file}" names no slot before it'],
    ['', 'the template is empty'],
  ])('%j is refused: %s', (template, message) => {
    expect(() => compile(template)).toThrow(message);
  });

  it('is not slow on a line made to be', () => {
    const template = compile('{path}: line {num}: {quoted}ELF{any}: not found {file}: [line ]{path}: end');
    for (const piece of ['/', 'a/', '/: line 1: ELF', ': not found ', 'x'.repeat(50)]) {
      const line = piece.repeat(Math.ceil(4000 / piece.length));
      const before = performance.now();
      matchIn(template, line, () => true);
      expect(performance.now() - before).toBeLessThan(1500);
    }
  });
});

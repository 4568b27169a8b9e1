import {createHash} from 'node:crypto';
import {expect, it, test} from 'vitest';
import {readOriginLine} from '../../copies/originLine';
import {withOrigin} from '../origin';

const URL = 'https://guide.test/x/pure-go-static@72f2041a66f1';
const sha256 = (text: string) => createHash('sha256').update(text).digest('hex');
const marked = (text: string) => withOrigin(text, {url: URL, sha256: sha256(text)});

test.each([
  ['at the top', 'FROM scratch\n', 0],
  ['above a comment', '# Go cross-compiles.\nFROM scratch\n', 0],
  ['below a directive', '# syntax=docker/dockerfile:1\nFROM scratch\n', 1],
  [
    'below all directives',
    '#syntax = docker/dockerfile:1\n# Escape=`\n# check=skip=all\n\nFROM scratch\n',
    3,
  ],
  ['above what is a directive no more', '# a comment\n# syntax=docker/dockerfile:1\nFROM scratch\n', 0],
  ['above a comment that looks like one', '# colour=red\nFROM scratch\n', 0],
  ['below what makes it a program', '#!/usr/bin/env docker\n# syntax=x\nFROM scratch\n', 2],
  ['with ends of lines as Windows has them', '# syntax=x\r\nFROM scratch\r\n', 1],
  ['in front of no end of line', 'FROM scratch', 0],
])('stands %s', (_, file, line) => {
  const copy = marked(file);
  expect(copy.split('\n')[line]).toBe(`# from ${URL} sha256:${sha256(file)}`);
  expect(readOriginLine(copy)).toEqual({
    address: '/x/pure-go-static@72f2041a66f1',
    sha256: sha256(file),
    line: line + 1,
    rest: file,
  });
});

it('stands behind a byte order mark, which counts only at the very top', () => {
  expect(marked('\uFEFFFROM scratch\n').startsWith('\uFEFF# from ')).toBe(true);
});

it('shows that the file was changed', () => {
  const read = readOriginLine(marked('FROM scratch\n').replace('scratch', 'alpine'));
  expect(read?.sha256).not.toBe(sha256(read?.rest ?? ''));
});

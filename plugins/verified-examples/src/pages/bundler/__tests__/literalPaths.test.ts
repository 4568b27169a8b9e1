import pathToRegexp from 'path-to-regexp/index.js';
import {expect, it} from 'vitest';
import literalPaths from '../literalPaths';

const ROUTES = ['/', '*', '/fix', '/fix/exec-format-error', '/base/fix/a.b', '/examples/:id', '/docs/'];
const ASKED = [
  ...[
    '/',
    '',
    '/fix',
    '/FIX',
    '/fix/',
    '/fix//',
    '/fixed',
    '/fix/exec-format-error',
    '/fix/exec-format-error/',
  ],
  ...[
    '/base/fix/a.b',
    '/base/fix/axb',
    '/base/fix/a.b/c',
    '/examples/x',
    '/docs',
    '/docs/',
    '/docs/a',
    'fix',
  ],
];

it('finds what path-to-regexp finds', () => {
  for (const route of ROUTES)
    for (const options of [{}, {end: true}, {end: false}, {strict: true}, {sensitive: true, end: false}]) {
      const answers = (compile: typeof pathToRegexp) => {
        const found = compile(route, [], {end: true, ...options});
        return ASKED.map((asked) => found.exec(asked)?.[0]);
      };
      expect(answers(literalPaths), `${route} ${JSON.stringify(options)}`).toEqual(answers(pathToRegexp));
    }
});

import {createElement} from 'react';
import {expect, test} from 'vitest';
import FileName from '../ProofCard/FileName';
import {render} from './render';

const PATHS = ['Dockerfile', 'cmd/app/main.go', 'internal/notes/handler.go', 'internal/diagnose/handler.go'];

test.each([
  ['Dockerfile', undefined],
  ['cmd/app/main.go', 'cmd/app/'],
  ['internal/notes/handler.go', 'internal/'],
])('%s leaves out %s on a phone: the rest tells it from the others', (path, folder) => {
  const html = render(createElement(FileName, {path, among: PATHS}));
  expect(html.text).toBe(path);
  expect(html.all('span')[0]?.text).toBe(folder);
});

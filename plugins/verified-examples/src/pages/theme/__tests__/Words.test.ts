import './siteEdge';
import {createElement} from 'react';
import {expect, test} from 'vitest';
import type {CaseWordsView, WordsTableView} from '../../model/wordViews';
import {tableText} from '../../check/matrixTexts';
import {shownTexts} from '../../check/shownTexts';
import {wordsTableTexts} from '../../views/words';
import {renderToStaticMarkup} from 'react-dom/server';
import Words from '../Words';
import WordsTable from '../WordsTable';
import {render} from './render';
import {state} from './fixtures';

const CASE: CaseWordsView = {
  id: 'missing-file',
  title: 'A file is missing',
  wordings: [
    {
      engines: ['Docker 1.2, runc 3', 'Docker 1.3, runc 3'],
      exit: '127',
      place: 'command',
      before: 'docker: ',
      core: 'exec: <no> file',
      after: ': unknown.\n\nRun it',
    },
    {engines: ['Kubernetes'], exit: '128 StartError', place: 'message', before: '', core: 'x', after: ''},
  ],
  silent: [{engines: ['ctr'], exit: '137'}],
  asked: 4,
  state: state(),
  provedAt: '2031-02-03T00:00:00Z',
};

test('the cause stands out in the whole text, which is what was printed', () => {
  const html = render(createElement(Words, {view: CASE}));
  expect(html.all('b').map(({text}) => text)).toEqual(['exec: <no> file', 'x']);
  expect(html.all('pre')[0]?.text).toBe('docker: exec: <no> file: unknown.\n\nRun it');
  expect(html.all('details')[0]?.attributes).not.toHaveProperty('open');
});

test('each wording says who says it, where, and the exit code', () => {
  const lines = render(createElement(Words, {view: CASE}))
    .all('p')
    .map(({text}) => text);
  expect(lines[0]).toBe('Docker 1.2, runc 3; Docker 1.3, runc 3exit 127 · printed by the command');
  expect(lines[1]).toBe('Kubernetesexit 128 StartError · as kubectl describe shows it');
  expect(lines[2]).toBe('ctrexit 137 · nothing is printed');
});

const TABLE: WordsTableView = {
  shows: 'causes',
  head: ['Failure', 'with runc', 'with crun'],
  rows: [
    {
      id: 'missing-file',
      title: 'A file is missing',
      cells: [
        [
          {text: 'exec: a', engines: 'Docker'},
          {text: 'exec: b', engines: 'Podman'},
        ],
        [{text: 'c', engines: ''}],
      ],
    },
  ],
  state: state(),
  provedAt: '2031-02-03T00:00:00Z',
};

test('a table is checked as a whole, by the text of its cells', () => {
  const html = renderToStaticMarkup(createElement(WordsTable, {view: TABLE}));
  const [table] = shownTexts(html);
  expect(table).toEqual({
    kind: 'matrix',
    text: tableText(wordsTableTexts(TABLE)),
    example: undefined,
    state: 'verified',
  });
});

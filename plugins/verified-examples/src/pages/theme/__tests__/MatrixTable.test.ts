import './siteEdge';
import {createElement} from 'react';
import {describe, expect, test} from 'vitest';
import type {MatrixView} from '../../model/matrixViews';
import MatrixTable from '../MatrixTable';
import {cell, matrix, state} from './fixtures';
import {render} from './render';

const shown = (view: MatrixView) => render(createElement(MatrixTable, {view}));

describe('matrix', () => {
  test('tells of each run whether it went well, what came, how long it took and what it cost', () => {
    const cells = shown(matrix())
      .all('td')
      .map(({text}) => text);
    expect(cells).toEqual([
      'works: found 2 addressesunder 0.5 s 2 packets 1 socket',
      'fails: i/o timeout10 s 8 packets 8 sockets',
    ]);
  });

  test('falls back to the time of the whole run, and says nothing of packets without a server', () => {
    const [group] = matrix().groups;
    const rows = (group?.rows ?? []).map((row) => ({
      ...row,
      cells: [cell({words: 'exit 0: hello', lookupSeconds: null, asked: null}), null],
    }));
    const cells = shown(matrix({groups: [{heading: 'A', shows: 'outcome', rows}]})).all('td');
    expect(cells.map(({text}) => text)).toEqual(['works: exit 0: hello0.31 s', 'not run']);
    expect(cells[1]?.attributes).toHaveProperty('data-told');
  });

  test('has one label for all cells of a row that read the same, for cards', () => {
    const [group] = matrix().groups;
    const columns = ['Pure Go', 'musl', 'glibc', 'old musl'].map((title) => ({id: title, title}));
    const slow = cell({words: 'Try again', lookupSeconds: 5});
    const rows = (group?.rows ?? []).map((row) => ({
      ...row,
      cells: [cell({words: 'i/o timeout', lookupSeconds: 5}), slow, null, {...slow, runSeconds: 9}],
    }));
    const cells = shown(matrix({columns, groups: [{heading: 'A', shows: 'outcome', rows}]})).all('td');
    expect(cells.map(({attributes}) => [attributes['data-label'], 'data-told' in attributes])).toEqual([
      ['Pure Go', false],
      ['musl\nold musl', false],
      ['glibc', true],
      ['', true],
    ]);
    expect(cells[3]?.text).toContain('Try again');
  });

  test('of traces says what the run said', () => {
    const [group] = matrix().groups;
    const rows = (group?.rows ?? []).map((row) => ({
      ...row,
      cells: [cell({words: '= cgo'}), cell({ok: false, words: '= files'})],
    }));
    const cells = shown(matrix({groups: [{heading: 'A', shows: 'trace', rows}]})).all('td');
    expect(cells.map(({text}) => text)).toEqual(['= cgo', '= files']);
  });

  test('heads rows, columns and groups, and keeps its meaning when drawn as cards', () => {
    const [one] = matrix().groups;
    const groups = ['A', 'B'].map((heading) => ({
      heading,
      shows: 'outcome' as const,
      rows: one?.rows ?? [],
    }));
    const html = shown(matrix({groups}));
    expect(
      html
        .all('th')
        .map(({attributes, text}) => `${attributes.scope ?? ''} ${attributes.role ?? ''} ${text}`),
    ).toEqual([
      'col columnheader Scenario',
      'col columnheader Pure Go',
      'col columnheader musl',
      'rowgroup rowheader A',
      'row rowheader The server is silent',
      'rowgroup rowheader B',
      'row rowheader The server is silent',
    ]);
    expect(html.all('td').map(({attributes}) => [attributes.role, attributes['data-label']])[1]).toEqual([
      'cell',
      'musl',
    ]);
    expect(html.all('p')[0]?.text).toBe('Pure Go, made upVerified3 Feb 2031');
  });

  test('of one group is named after it', () => {
    expect(shown(matrix()).all('p')[0]?.text).toContain('Pure Go, made up: Silent servers');
    expect(
      shown(matrix())
        .all('th')
        .map(({attributes}) => attributes.scope),
    ).not.toContain('rowgroup');
  });

  test('leads from each row to its transcripts, and carries its state', () => {
    const html = shown(matrix({state: state('expired')}));
    expect(html.all('a').map(({attributes}) => attributes.href)).toEqual([
      '/examples/pure-go',
      '/examples/pure-go#scenario-silent',
    ]);
    expect(html.all('table')[0]?.attributes).toMatchObject({
      'data-proof': 'expired',
      'data-matrix': 'Silent servers',
    });
  });
});

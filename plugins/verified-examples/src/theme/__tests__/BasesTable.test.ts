import './siteEdge';
import {createElement} from 'react';
import {expect, test} from 'vitest';
import type {BaseRowView} from '../../model/views';
import BasesTable from '../BasesTable';
import {render} from './render';

const ROW: BaseRowView = {
  names: [
    {ref: 'gcr.io/distroless/base-debian13:latest', aliases: ['gcr.io/distroless/base']},
    {ref: 'gcr.io/distroless/base-debian13:nonroot', aliases: []},
  ],
  runsAs: [
    {ref: 'gcr.io/distroless/base-debian13:latest', user: '0', uid: 0},
    {ref: 'gcr.io/distroless/base-debian13:nonroot', user: '65532', uid: 65532},
  ],
  platform: 'linux/amd64',
  approximations: ['Something differs.'],
  libc: 'glibc 2.41',
  loaders: ['/lib64/ld-linux-x86-64.so.2'],
  caRoots: 148,
  timeZones: 0,
  nsswitchHosts: 'hosts: files dns',
  shell: null,
  users: {root: 0, nonroot: 65532},
  tmp: true,
  size: 24_430_419,
  packages: 10,
};

test('a row of bases says every fact under its heading', () => {
  const html = render(createElement(BasesTable, {view: {rows: [ROW]}}));
  const facts = new Map(html.all('td').map(({attributes, text}) => [attributes['data-label'] ?? '', text]));
  expect(Object.fromEntries<string>(facts)).toEqual({
    libc: 'glibc 2.41',
    Size: '24 MB',
    'CA roots': '148',
    'Time zones': 'none',
    Shell: 'none',
    'Runs as': 'root (latest), uid 65532 (nonroot)',
    '/tmp': 'yes',
    Loader: '/lib64/ld-linux-x86-64.so.2',
    'In passwd': 'root 0, nonroot 65532',
    'nsswitch.conf': 'hosts: files dns',
    Packages: '10',
  });
  const [name] = html.all('th').slice(-1);
  expect(name?.text).toContain('base-debian13:latest');
  expect(name?.text).toContain('Something differs.');
});

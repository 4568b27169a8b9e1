import {describe, expect, it} from 'vitest';
import {readersNames} from '../readersNames';
import type {Segment} from '../underlined';

const fixed = (text: string): Segment => ({role: 'fixed', text});
const slot = (text: string, name: string): Segment => ({role: 'slot', text, name});

describe('what a line says of the placeholders in commands', () => {
  it.each([
    [
      'the program',
      [fixed('exec '), slot('/srv/app', 'your path'), fixed(': no such file or directory')],
      {'/path/to/program': '/srv/app'},
    ],
    [
      'the host, without the dot at its end, and the server',
      [
        fixed('lookup '),
        slot('db.shop.svc.', 'the name that was looked up'),
        fixed(' on '),
        slot('10.0.0.2', 'your server'),
        fixed(':53: i/o timeout'),
      ],
      {NAME: 'db.shop.svc', SERVER: '10.0.0.2'},
    ],
    ['nothing of a relative path', [slot('app', 'your path')], {}],
    ['nothing where all words are fixed', [fixed('x509: certificate signed by unknown authority')], {}],
  ])('is %s', (_, segments, names) => {
    expect(readersNames(segments)).toEqual(names);
  });
});

import path from 'node:path';
import {describe, expect, test} from 'vitest';
import {Addresses} from '../../../../verified-examples/src/pages/publish/addresses';
import {matrixView} from '../../../../verified-examples/src/pages/views/matrix';
import {collect} from '../../../../verified-examples/src/proof/collection';
import {withDefaults} from '../../../../verified-examples/src/settings';
import {csvOf} from '../csv';
import {matrixFiles} from '../matrixFiles';
import {readCsv} from './readCsv';

const SITE = path.resolve(__dirname, '../../../../..');

describe('CSV', () => {
  test('is read back as it was written, whatever is in a field', () => {
    const rows = [
      ['a', 'b'],
      ['plain', 'comma, "quote"'],
      ['two\r\nlines', 'one\nmore'],
      ['', ' space '],
      ['=cgo', '”'],
    ];
    expect(readCsv(csvOf(rows))).toEqual(rows);
  });

  test('lines end with CRLF, and what is not there is empty', () => {
    expect(
      csvOf([
        ['a', 'b', 'c', 'd'],
        [null, '', 0, false],
      ]),
    ).toBe('a,b,c,d\r\n,"",0,false\r\n');
  });

  test.each(['a,b\n', 'a,b', 'a"b\r\n', '"a"b\r\n', '"a\r\n', 'a,b\r\nc\r\n'])(
    'the check refuses %j',
    (text) => {
      expect(() => readCsv(text)).toThrow();
    },
  );
});

describe('tables of this site', () => {
  const collection = collect(SITE, withDefaults({path: 'examples', routeBasePath: 'examples'}));
  const context = {collection, addresses: new Addresses('examples')};
  const files = new Map(matrixFiles(context).map((file) => [file.path, String(file.bytes)]));

  test('each has every cell once, the same in both forms', () => {
    const tables = collection.examples.flatMap((example) => matrixView(example, context)?.view ?? []);
    expect(files.size).toBe(2 * tables.length);
    for (const {example, groups} of tables) {
      const cells = groups
        .flatMap(({rows}) => rows)
        .flatMap((row) => row.cells)
        .filter((cell) => cell !== null);
      const [head = [], ...rows] = readCsv(files.get(`/examples/${example.id}/matrix.csv`) ?? '');
      const {runs} = JSON.parse(files.get(`/examples/${example.id}/matrix.json`) ?? '') as {
        runs: Record<string, string | number | boolean | null>[];
      };
      expect(rows).toHaveLength(cells.length);
      expect(runs.map((run) => head.map((name) => String(run[name] ?? '')))).toEqual(rows);
      expect(rows.map((row) => row[head.indexOf('words')]).sort()).toEqual(
        cells.map(({words}) => words).sort(),
      );
    }
  });
});

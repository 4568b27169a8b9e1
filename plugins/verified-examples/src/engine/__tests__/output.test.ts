import {describe, expect, test, vi} from 'vitest';
import {LineQueue, LineSplitter} from '../process/lines';
import {CappedOutput, TailOutput} from '../process/output';

describe('CappedOutput', () => {
  test('keeps what fits and says once that more came', () => {
    const onFlood = vi.fn();
    const output = new CappedOutput(5, onFlood);
    output.push(Buffer.from('abc'));
    output.push(Buffer.from('de'));
    expect(onFlood).not.toHaveBeenCalled();
    output.push(Buffer.from('f'));
    output.push(Buffer.from('g'));
    expect(output.bytes().toString()).toBe('abcde');
    expect(output.flooded).toBe(true);
    expect(onFlood).toHaveBeenCalledOnce();
  });

  test('cuts a chunk that fits in part', () => {
    const output = new CappedOutput(4, vi.fn());
    output.push(Buffer.from('abcdef'));
    expect(output.bytes().toString()).toBe('abcd');
  });
});

describe('TailOutput', () => {
  test('keeps all that fits', () => {
    const output = new TailOutput(10);
    output.push(Buffer.from('one\n'));
    output.push(Buffer.from('two\nx'));
    expect(output.text()).toBe('one\ntwo\nx');
  });

  test('keeps the end, from the start of a line', () => {
    const output = new TailOutput(10);
    for (let line = 1000; line < 2000; line += 1) {
      output.push(Buffer.from(`${line}\n`));
    }
    expect(output.text()).toBe('1999\n');
  });

  test('one line that is longer than the limit', () => {
    const output = new TailOutput(4);
    output.push(Buffer.from('abcdefgh'));
    expect(output.text()).toBe('efgh');
  });
});

describe('LineSplitter', () => {
  test('lines and characters that are split between chunks', () => {
    const lines: string[] = [];
    const splitter = new LineSplitter((line) => lines.push(line));
    const bytes = Buffer.from('ä\r\nzwei\n\nlast ö');
    for (const byte of bytes) {
      splitter.push(Buffer.from([byte]));
    }
    expect(lines).toEqual(['ä', 'zwei', '']);
    splitter.end();
    splitter.end();
    expect(lines).toEqual(['ä', 'zwei', '', 'last ö']);
  });
});

describe('LineQueue', () => {
  test('lines before, during and after waiting, then the end', async () => {
    const queue = new LineQueue();
    queue.push('before');
    const lines = queue[Symbol.asyncIterator]();
    expect(await lines.next()).toEqual({value: 'before', done: false});
    const next = lines.next();
    queue.push('during');
    expect(await next).toEqual({value: 'during', done: false});
    queue.push('after');
    queue.close();
    expect(await lines.next()).toEqual({value: 'after', done: false});
    expect(await lines.next()).toEqual({value: undefined, done: true});
  });
});

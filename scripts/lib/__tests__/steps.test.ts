import {mkdtempSync, rmSync} from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import {afterEach, beforeEach, describe, expect, it, vi} from 'vitest';
import {runSideBySide} from '../runStep.mjs';
import {inGroups, STEPS, type Step} from '../steps.mjs';

const machine = {podman: false};

let folder: string;
let printed: string;
beforeEach(() => {
  folder = mkdtempSync(path.join(os.tmpdir(), 'cgo-test-'));
  printed = '';
  vi.spyOn(process.stdout, 'write').mockImplementation((chunk, ...rest) => {
    printed += String(chunk);
    const done = rest.at(-1);
    if (typeof done === 'function') done();
    return true;
  });
});
afterEach(() => {
  vi.restoreAllMocks();
  rmSync(folder, {recursive: true, force: true});
});

function step(name: string, script: string): Step {
  return {name, title: `Step ${name}`, command: () => [process.execPath, '-e', script]};
}

const names = (groups: Step[][]) => groups.map((group) => group.map(({name}) => name));

describe('steps', () => {
  it('are grouped by what runs beside what, and have names of their own', () => {
    expect(names(inGroups(STEPS)).filter(({length}) => length > 1)).toEqual([
      ['lint', 'format', 'types', 'workflows'],
      ['verifier', 'engines', 'bases'],
      ['reproduce', 'browser'],
    ]);
    const all = STEPS.map(({name}) => name);
    expect(new Set(all).size).toBe(all.length);
  });

  it('run beside those of their group alone', () => {
    const asked = STEPS.filter(({name}) => ['unit', 'engines', 'bases', 'build'].includes(name));
    expect(names(inGroups(asked))).toEqual([['unit'], ['engines', 'bases'], ['build']]);
  });

  it('are left out for want of an engine where none may be fetched', () => {
    const leftOut = (refusal: string | undefined, podman: boolean) =>
      STEPS.filter((step) => step.leftOut?.({refusal, podman}) !== undefined).map(({name}) => name);
    expect(leftOut(undefined, false)).toEqual([]);
    expect(leftOut('it needs root', true)).toEqual(['verifier', 'bases', 'reproduce']);
    expect(leftOut('it needs root', false)).toEqual(['verifier', 'bases', 'podman', 'reproduce']);
  });

  it('run at the same time, and are told of one after the other', async () => {
    const meet = (own: string, other: string) => `
      const fs = require('fs');
      fs.writeFileSync(${JSON.stringify(own)}, '');
      const meet = setInterval(() => {
        if (!fs.existsSync(${JSON.stringify(other)})) return;
        clearInterval(meet);
        console.log('met', process.argv.length);
        console.error('and said so');
        process.exitCode = ${own.endsWith('b') ? '3' : '0'};
      }, 20);
      setTimeout(() => process.exit(9), 20_000).unref();`;
    const [a, b] = [path.join(folder, 'a'), path.join(folder, 'b')];
    const results = await runSideBySide([step('one', meet(a, b)), step('two', meet(b, a))], {
      folder,
      machine,
    });
    expect(results.map(({step: {name}, count}) => [name, count])).toEqual([
      ['one', {passed: 1, failed: 0, failures: []}],
      ['two', {passed: 0, failed: 1, failures: [{name: 'exit code 3', why: []}]}],
    ]);
    expect(printed).toMatch(/▸ Step one\n {2}beside it: Step two\n\n▸ Step two\nmet 1\nand said so\n$/);
  });

  it('that cannot be started have failed, and say why', async () => {
    const said = vi.spyOn(process.stderr, 'write').mockReturnValue(true);
    const [result] = await runSideBySide(
      [{...step('none', ''), command: () => [path.join(folder, 'no-such-program')]}],
      {folder, machine},
    );
    expect(result?.count.failed).toBe(1);
    expect(said).toHaveBeenCalledWith(expect.stringMatching(/^Step none: spawn .*no-such-program ENOENT\n$/));
  });
});

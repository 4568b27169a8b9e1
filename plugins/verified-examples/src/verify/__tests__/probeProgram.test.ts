import {mkdtemp, rm, writeFile} from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import {execa} from 'execa';
import {describe, expect, it} from 'vitest';
import {LOCAL_PLATFORM} from '../../engine/platform';
import {probeProgram} from '../probeProgram';

describe('the probe', () => {
  it.runIf(process.platform === 'linux')('is a program that ends with 0', async () => {
    const folder = await mkdtemp(path.join(os.tmpdir(), 'probe-'));
    const file = path.join(folder, 'probe');
    try {
      await writeFile(file, probeProgram(LOCAL_PLATFORM), {mode: 0o755});
      expect(await execa(file)).toMatchObject({exitCode: 0, stdout: '', stderr: ''});
    } finally {
      await rm(folder, {recursive: true});
    }
  });

  it.each([
    ['linux/amd64', 62],
    ['linux/arm64', 183],
  ])('of %s says so in its ELF header, and maps all of itself', (platform, machine) => {
    const program = probeProgram(platform);
    expect(program.subarray(0, 4).toString('latin1')).toBe('\x7fELF');
    expect(program.readUInt16LE(18)).toBe(machine);
    expect(program.readBigUInt64LE(96)).toBe(BigInt(program.length));
  });

  it('refuses what it is not written for', () => {
    expect(() => probeProgram('linux/s390x')).toThrow('linux/s390x: no probe for it');
  });
});

import {mkdtemp} from 'node:fs/promises';
import path from 'node:path';
import {imageConfig} from '../../../base-images/src/archive/config';
import {writeArchive} from '../../../base-images/src/archive/writeArchive';
import {platformOf} from '../../../base-images/src/recipe/platform';
import {directory, file} from '../../../base-images/src/tree/tree';
import {writeTar} from '../../../base-images/src/tree/writeTar';
import {runImage} from '../engine/identity';
import {EngineError, type Engine} from '../engine/types';
import {probeProgram} from './probeProgram';

interface EmulationRequest {
  engine: Engine;
  platforms: readonly string[];
  /** Temporary folder of this run. */
  folder: string;
  signal: AbortSignal;
}

/**
 * Runs a program of every foreign platform, where the engine is: only that tells whether it can.
 *
 * @throws EngineError that names the platforms it cannot run, and what to do
 */
export async function requireEmulation(request: EmulationRequest): Promise<void> {
  const foreign = [...new Set(request.platforms)].filter((platform) => platform !== request.engine.platform);
  const failures: string[] = [];
  for (const platform of foreign) {
    const said = await whyNot(request, platform);
    if (said !== undefined) failures.push(`  ${platform}: ${said}`);
  }
  if (failures.length === 0) return;
  throw new EngineError(
    [
      'This engine cannot run programs of other platforms:',
      ...failures,
      'It needs QEMU, registered with the kernel under the flag F. On a disposable Debian machine, as root:',
      '  npm test -- --only provision',
      "Elsewhere: install qemu-user-static (qemu-user-binfmt from Debian 13 on) where the engine's kernel is.",
      'Or leave the platform to another machine: name the examples that this one is to prove.',
    ].join('\n'),
  );
}

/** @returns undefined when a program of that platform ran to its end */
async function whyNot(
  {engine, folder, signal}: EmulationRequest,
  platform: string,
): Promise<string | undefined> {
  const image = runImage(engine.identity, `probe-${platformOf(platform).go}`);
  await engine.load(await probeArchive(image, platform, folder), {signal});
  try {
    const {exit, stderr} = await engine.run({
      image,
      name: `cgo-guide-probe-${platformOf(platform).go}-${engine.identity.pid}`,
      platform,
      options: ['--network', 'none'],
      args: [],
      ...{memory: '64m', pids: 16, maxOutput: 4096},
      timeoutMs: 60_000,
      signal,
    });
    return exit === 0 ? undefined : stderr.toString('utf8').trim() || `exit code ${exit}`;
  } finally {
    await engine.removeImage(image).catch(() => undefined);
  }
}

async function probeArchive(ref: string, platform: string, folder: string): Promise<string> {
  const scratch = await mkdtemp(path.join(folder, 'probe-'));
  const tar = path.join(scratch, 'layer.tar');
  const tree = new Map([
    ['probe', file(probeProgram(platform), {mode: 0o755})],
    // The engine mounts its own files here.
    ['etc', directory()],
  ]);
  const layer = {...(await writeTar(tree, tar)), tar};
  const config = {env: [], user: '', workdir: '', entrypoint: ['/probe'], cmd: []};
  const archive = path.join(scratch, 'image.tar');
  await writeArchive(archive, ref, imageConfig(config, platformOf(platform), [layer.digest]), [layer]);
  return archive;
}

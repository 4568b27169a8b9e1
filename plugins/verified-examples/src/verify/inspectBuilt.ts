import {mkdtemp} from 'node:fs/promises';
import path from 'node:path';
import {parseTools, TOOLS} from './inspect/binary';
import {inspectRootfs, isInspected} from './inspect/image';
import {readRootfs, type Rootfs, type SavedFile} from './inspect/rootfs';
import type {Binary, Inspection} from '../proof/model/inspection';
import {binaryOf, scenariosOf} from '../example/model/variant';
import {TOOLBOX} from './fixtures';
import type {Job} from './plan';
import type {Session} from './session';

/** Measures a built image: its config, its files, and its program as readelf and `go version -m` see it. */
export async function inspectBuilt(
  session: Session,
  {example, variant}: Pick<Job, 'example' | 'variant'>,
  image: string,
): Promise<{inspection: Inspection; rootfs: Rootfs}> {
  const {rootfs, program} = await exportImage(session, {example, variant}, image);
  const config = await session.engine.inspectImage(image);
  const binary =
    program === undefined
      ? null
      : await inspectProgram(session, binaryOf(example.manifest, variant) ?? '', program);
  return {inspection: {...inspectRootfs(config, rootfs), binary}, rootfs};
}

/** @returns SHA-256 of the program in an image, in 64 hex digits; undefined when it is not there */
export async function programDigest(
  session: Session,
  {example, variant}: Pick<Job, 'example' | 'variant'>,
  image: string,
): Promise<string | undefined> {
  return (await exportImage(session, {example, variant}, image)).program?.sha256;
}

async function exportImage(
  session: Session,
  {example, variant}: Pick<Job, 'example' | 'variant'>,
  image: string,
): Promise<{rootfs: Rootfs; program: SavedFile | undefined}> {
  const binary = binaryOf(example.manifest, variant);
  const folder = await mkdtemp(path.join(session.folder, 'program-'));
  const asked = new Set(
    scenariosOf(example.manifest, variant).flatMap(({expect}) =>
      (expect.files ?? []).flatMap((file) => (file.text === undefined ? [] : [file.path])),
    ),
  );
  const {rootfs, saved} = await readRootfs(session.engine.exportImage(image, session), {
    keep: (file, size) => isInspected(file, size) || asked.has(file),
    save: binary === undefined ? undefined : {name: path.posix.basename(binary), folder},
  });
  return {rootfs, program: binary === undefined ? undefined : saved.get(rootfs.resolve(binary) ?? '')};
}

async function inspectProgram(session: Session, file: string, program: SavedFile): Promise<Binary> {
  const image = session.tools.get(TOOLBOX);
  if (image === undefined) throw new Error('the toolbox image was not prepared');
  const {exit, stdout, stderr} = await session.engine.run({
    image,
    name: `cgo-guide-toolbox-${path.basename(path.dirname(program.file)).toLowerCase()}`,
    options: ['--network', 'none', '-v', `${program.file}:/inspect/app:ro`, '--entrypoint', '/bin/sh'],
    args: ['-c', TOOLS],
    memory: '512m',
    pids: 64,
    maxOutput: 4 * 1024 * 1024,
    timeoutMs: 60_000,
    signal: session.signal,
  });
  if (exit !== 0)
    throw new Error(`readelf and go version could not read ${file}: ${stderr.toString('utf8')}`);
  const {go, ...elf} = parseTools(stdout.toString('utf8'));
  return {path: file, size: program.size, sha256: program.sha256, reproducible: null, ...elf, go};
}

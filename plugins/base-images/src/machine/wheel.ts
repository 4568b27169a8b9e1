import {mkdir, readdir} from 'node:fs/promises';
import {join} from 'node:path';
import type {Workshop} from '../make/workshop';
import type {WheelRecipe} from '../recipe/types';
import {hashFile} from './hashFile';
import {run} from './run';

/**
 * Downloads a wheel from the Python package index into `scratch` and returns its path. Throws unless its SHA-256 is the
 * recipe's.
 */
export async function downloadWheel(
  {project, version, wheel, sha256}: WheelRecipe,
  workshop: Workshop,
  scratch: string,
): Promise<string> {
  workshop.onProgress(`downloading ${project} ${version}`);
  const directory = join(scratch, 'wheel');
  await mkdir(directory);
  const wanted = `${project}==${version}`;
  const only = ['--no-deps', '--only-binary', ':all:', '--platform', wheel];
  await run(['python3', '-m', 'pip', '-q', 'download', ...only, '--dest', directory, wanted], {
    signal: workshop.signal,
    env: {PIP_DISABLE_PIP_VERSION_CHECK: '1'},
  });
  const [name] = await readdir(directory);
  if (name === undefined) throw new Error(`${wanted}: pip downloaded no wheel`);
  const path = join(directory, name);
  const found = await hashFile(path);
  if (found !== sha256) throw new Error(`${name}: expected SHA-256 ${sha256}, got ${found}; not used`);
  return path;
}

import {mkdir} from 'node:fs/promises';
import path from 'node:path';
import {execa} from 'execa';
import type {RecordedRun} from './select';

export interface ScriptRequest {
  /** The archive of an example, as the site serves it. */
  zip: string;
  /** Empty; made when it is not there. */
  folder: string;
  /** Path of the engine's program. */
  engine: string;
  runs: readonly RecordedRun[];
  signal: AbortSignal;
}

export interface ScriptResult {
  same: number;
  eyes: number;
  /** What the script printed of runs that differ. */
  differences: string[];
}

const SUMMARY = /^(\d+) of (\d+) runs reproduced; (\d+) outputs/m;

/**
 * Does what a page tells a reader to do: unpacks an archive into an empty folder and runs its script there.
 *
 * @throws Error when the script ends without a summary
 */
export async function runScript({zip, folder, engine, runs, signal}: ScriptRequest): Promise<ScriptResult> {
  await mkdir(folder, {recursive: true});
  await execa('unzip', ['-q', zip, '-d', folder], {cancelSignal: signal});
  const named = (option: string, names: readonly string[]) =>
    [...new Set(names)].flatMap((name) => [option, name]);
  const result = {same: 0, eyes: 0, differences: [] as string[]};
  for (const variant of new Set(runs.map((run) => run.variant))) {
    const scenarios = runs.filter((run) => run.variant === variant).map(({scenario}) => scenario);
    const args = ['--engine', engine, '--variant', variant, ...named('--scenario', scenarios)];
    const {stdout, stderr} = await execa('sh', ['reproduce.sh', ...args], {
      cwd: folder,
      cancelSignal: signal,
      reject: false,
    });
    const [, same, total, eyes] = SUMMARY.exec(stdout) ?? [];
    if (total === undefined)
      throw new Error(`${path.basename(zip)}: reproduce.sh did not come to its end:\n${stdout}\n${stderr}`);
    result.same += Number(same);
    result.eyes += Number(eyes);
    if (Number(same) < Number(total)) result.differences.push(differing(stdout));
  }
  return result;
}

/** Lines of runs that differ, with what is shown below them. */
function differing(printed: string): string {
  return printed.split('\n').reduce(
    ({text, on}, one) => {
      const shown = one.startsWith('DIFFERS') || (on && one.startsWith('  '));
      return {text: shown ? `${text}${one}\n` : text, on: shown};
    },
    {text: '', on: false},
  ).text;
}

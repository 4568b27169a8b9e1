import {spawn, spawnSync} from 'node:child_process';
import {cpSync, mkdtempSync, rmSync} from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import {text} from 'node:stream/consumers';
import {stripVTControlCharacters} from 'node:util';

const ROOT = path.join(__dirname, '../../../..');
export const DOCUSAURUS = 'node_modules/@docusaurus/core/bin/docusaurus.mjs';
/** The plugin's commands, without Docusaurus. */
export const GUIDE = 'scripts/guide.mjs';
const LEFT_OUT = new Set(['node_modules', 'build', '.docusaurus', '.generated', '.git', 'test-results']);

interface Ended {
  status: number | null;
  output: string;
}

/** A copy of this site that a test may break, with a bundler cache of its own. */
export class CopyOfSite {
  readonly folder = mkdtempSync(path.join(os.tmpdir(), 'cgo-field-guide-site-'));

  constructor() {
    cpSync(ROOT, this.folder, {
      recursive: true,
      filter: (file) => !LEFT_OUT.has(path.relative(ROOT, file).split(path.sep)[0] ?? ''),
    });
    // Hard links: quick, and unlike a symbolic link it does not share what is written beside the packages.
    const linked = spawnSync('cp', ['--archive', '--link', path.join(ROOT, 'node_modules'), this.folder]);
    if (linked.status !== 0)
      cpSync(path.join(ROOT, 'node_modules'), path.join(this.folder, 'node_modules'), {recursive: true});
    rmSync(path.join(this.folder, 'node_modules/.cache'), {recursive: true, force: true});
  }

  file(...parts: string[]): string {
    return path.join(this.folder, ...parts);
  }

  /** Runs Docusaurus in the copy. */
  docusaurus(...args: string[]): Ended {
    return this.node(DOCUSAURUS, ...args);
  }

  /** Runs a command of the plugin in the copy. */
  guide(...args: string[]): Ended {
    return this.node(GUIDE, ...args);
  }

  private node(...args: string[]): Ended {
    const {status, stdout, stderr} = spawnSync(process.execPath, args, {
      cwd: this.folder,
      encoding: 'utf8',
    });
    return {status, output: plain(stdout, stderr)};
  }

  /**
   * Runs a program while this process goes on: what it serves can be asked for.
   *
   * @param args - The program, and what it is given
   * @param signal - Interrupts it as Ctrl-C does
   */
  async run(
    args: readonly string[],
    {env, signal}: {env: NodeJS.ProcessEnv; signal: AbortSignal},
  ): Promise<Ended> {
    const child = spawn(process.execPath, args, {
      cwd: this.folder,
      env: {...process.env, ...env},
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    signal.addEventListener('abort', () => child.kill('SIGINT'));
    const ended = new Promise<number | null>((resolve) => child.on('exit', resolve));
    const output = await Promise.all([text(child.stdout), text(child.stderr)]);
    return {status: await ended, output: plain(...output)};
  }

  remove(): void {
    rmSync(this.folder, {recursive: true, force: true});
  }
}

/** Colours are on wherever the variable CI is set. */
function plain(...outputs: readonly string[]): string {
  return stripVTControlCharacters(outputs.join('\n'));
}

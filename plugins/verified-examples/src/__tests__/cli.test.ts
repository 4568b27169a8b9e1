import {createRequire} from 'node:module';
import type {CommanderStatic} from 'commander';
import {afterEach, beforeEach, expect, it, vi} from 'vitest';
import {folderWith, HELLO} from './fixtures';
import {registerCommands} from '../cli';
import {DEFAULT_OPTIONS} from '../settings';

// Its default import is one program for all of a process; a test needs its own.
const {Command} = createRequire(import.meta.url)('commander') as CommanderStatic;

let said: string;
beforeEach(() => {
  said = '';
  const listen = (text: unknown) => {
    said += String(text);
    return true;
  };
  vi.spyOn(console, 'error').mockImplementation(listen);
  vi.spyOn(process.stderr, 'write').mockImplementation(listen);
  vi.spyOn(process.stdout, 'write').mockImplementation(listen);
  vi.spyOn(process, 'exit').mockImplementation((code) => {
    throw new Error(`exit ${code ?? 0}`);
  });
});
afterEach(() => {
  process.exitCode = undefined;
  vi.restoreAllMocks();
});

/** The exit code of a command of a site that has these files. */
async function exitCodeOf(files: Record<string, string | Buffer>, ...args: string[]): Promise<unknown> {
  // The commands need nothing of the program but what every Command has.
  const program = new Command() as CommanderStatic;
  registerCommands(program, folderWith(files), {id: 'default', ...DEFAULT_OPTIONS});
  try {
    await program.parseAsync(['node', 'guide', ...args]);
    return process.exitCode;
  } catch (error) {
    return error instanceof Error ? error.message.replace(/^exit /, '') : error;
  }
}

it.each(['verify', 'engine', 'bases', 'examples:count', 'examples:audit'])(
  '%s refuses an unknown option with 2, and shows its help with 0',
  async (name) => {
    expect(await exitCodeOf({}, name, '--lst')).toBe('2');
    expect(said).toContain("unknown option '--lst'");
    expect(await exitCodeOf({}, name, '--help')).toBe('0');
  },
);

it.each([[['verify', '--jobs']], [['bases', '--platform']]])(
  'refuses %j without its value with 2',
  async (args) => {
    expect(await exitCodeOf({}, ...args)).toBe('2');
  },
);

it.each([[['verify', '--list']], [['examples:count']], [['bases', '--used']]])(
  '%j names what is wrong with a manifest and ends with 2',
  async (args) => {
    const broken = {...HELLO, 'examples/hello/example.yaml': 'titel: Hello\n'};
    expect(await exitCodeOf(broken, ...args)).toBe(2);
    expect(said).toMatch(/examples\/hello\/example\.yaml:1:1: unknown key "titel"/);
  },
);

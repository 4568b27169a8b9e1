import {spawn} from 'node:child_process';
import path from 'node:path';
import {expect, it} from 'vitest';
import {ROOT} from '../dependencies.mjs';

/** Runs a command of this repository and gives its exit code and what it says. */
function run(args: readonly string[]): Promise<{code: number | null; said: string}> {
  const child = spawn(process.execPath, args, {cwd: ROOT, stdio: ['ignore', 'pipe', 'pipe']});
  let said = '';
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (chunk: Buffer) => (said += chunk.toString()));
  return new Promise((resolve) => {
    child.once('close', (code) => {
      resolve({code, said});
    });
  });
}

const script = (name: string) => path.join(ROOT, 'scripts', name);
const JITI = path.join(ROOT, 'node_modules/jiti/bin/jiti.js');

it.each([
  [
    'npm run serve',
    [script('serve.mjs'), '--port', '0'],
    /expected a number from 1 to 65535, got 0.*npm run serve/s,
  ],
  ['npm start', [script('start.mjs'), '--prot', '3000'], /'--prot'.*npm start \[-- --port <n>\]/s],
  [
    'npm start',
    [script('start.mjs'), '--port', 'http'],
    /--port: expected a number from 1 to 65535, got http/,
  ],
  ['npm test', [script('test.mjs'), '--onyl', 'unit'], /'--onyl'.*npm test \[-- --only/s],
  ['npm test', [script('test.mjs'), '--only', 'units'], /There is no step units\./],
  ['npm run bench', [JITI, 'bench/index.ts', '--runs'], /'--runs'.*npm run bench/s],
  ['npm run verify', [script('guide.mjs'), 'verify', '--lst'], /unknown option '--lst'/],
  ['a mistyped command', [script('guide.mjs'), 'verfy'], /unknown command 'verfy'/],
])('%s used wrongly ends with 2 and says why: %j', async (_, args, message) => {
  const {code, said} = await run(args);
  expect(said).toMatch(message);
  expect(code).toBe(2);
});

it.each([
  ['npm start', [script('start.mjs')]],
  ['npm test', [script('test.mjs'), '--only', 'unit']],
  ['npm run verify', [script('guide.mjs'), 'verify', '--list']],
])('%s on Windows ends at once and points to WSL2', async (_, args) => {
  const windows = 'data:text/javascript,Object.defineProperty(process,"platform",{value:"win32"})';
  const {code, said} = await run(['--import', windows, ...args]);
  expect(said).toMatch(/^Windows is not supported: run this in WSL2 \(\S+\)\.\n$/);
  expect(code).toBe(1);
});

it.each(['start.mjs', 'test.mjs', 'propose.mjs', 'guide.mjs'])('%s --help ends with 0', async (name) => {
  expect((await run([script(name), '--help'])).code).toBe(0);
});

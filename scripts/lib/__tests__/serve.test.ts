import {spawn} from 'node:child_process';
import {mkdtempSync, rmSync, writeFileSync} from 'node:fs';
import {createServer, type AddressInfo, type Server} from 'node:net';
import os from 'node:os';
import path from 'node:path';
import {afterAll, afterEach, describe, expect, it} from 'vitest';
import {ROOT} from '../dependencies.mjs';
import {choosePort, runServer} from '../serve.mjs';

const servers: Server[] = [];
afterEach(async () => {
  for (const server of servers.splice(0)) await new Promise((resolve) => server.close(resolve));
});

/** A port that something listens on. */
async function takenPort(address: string | undefined): Promise<number> {
  const server = createServer();
  servers.push(server);
  await new Promise<void>((resolve) => {
    server.listen(0, address, resolve);
  });
  return (server.address() as AddressInfo).port;
}

/** Takes the port that commands serve on unless told otherwise, if nobody has it. */
async function takenUsualPort(): Promise<void> {
  const server = createServer();
  servers.push(server);
  await new Promise<void>((resolve) => {
    server.once('error', () => {
      resolve();
    });
    server.listen(3000, '127.0.0.1', resolve);
  });
}

describe('choosePort', () => {
  it.each([['127.0.0.1'], [undefined]])(
    'takes the next free port when something listens on %s',
    async (address) => {
      const taken = await takenPort(address);
      const port = await choosePort({port: taken, host: 'localhost', isAsked: false});
      expect(port).toBeGreaterThan(taken);
    },
  );

  it('refuses a port that was asked for and is taken, and takes it when it is free', async () => {
    const port = await takenPort('127.0.0.1');
    const place = {port, host: 'localhost', isAsked: true};
    await expect(choosePort(place)).rejects.toThrow(
      `Port ${port} is taken on localhost: name another with --port, or leave it to this command.`,
    );
    await new Promise((resolve) => servers.splice(0)[0]?.close(resolve));
    expect(await choosePort(place)).toBe(port);
  });
});

describe('commands that serve', () => {
  const site = mkdtempSync(path.join(os.tmpdir(), 'cgo-test-site-'));
  writeFileSync(path.join(site, '404.html'), 'nowhere');
  afterAll(() => {
    rmSync(site, {recursive: true});
  });

  /** Runs a command until it ends, or until it has printed an address. */
  async function run(script: string, ...args: readonly string[]) {
    const child = spawn(process.execPath, [path.join(ROOT, 'scripts', script), ...args]);
    let [said, address] = ['', ''];
    child.stderr.on('data', (chunk: Buffer) => (said += chunk.toString()));
    child.stdout.on('data', (chunk: Buffer) => {
      address += chunk.toString();
      child.kill();
    });
    const code = await new Promise((resolve) => child.once('close', resolve));
    return {code, said, address};
  }

  it.each([
    ['npm start', 'start.mjs', []],
    ['npm run serve', 'serve.mjs', ['--dir', site]],
  ])('%s ends with 1 when the port that was asked for is taken', async (_, script, args) => {
    const port = await takenPort('127.0.0.1');
    const {code, said} = await run(script, '--port', String(port), ...args);
    expect(said).toBe(
      `Port ${port} is taken on localhost: name another with --port, or leave it to this command.\n`,
    );
    expect(code).toBe(1);
  });

  it('npm run serve takes the next free port and prints it', async () => {
    await takenUsualPort();
    const {address} = await run('serve.mjs', '--dir', site);
    const [, port] = /^http:\/\/localhost:(\d+)\/\n$/.exec(address) ?? [];
    expect(Number(port)).toBeGreaterThan(3000);
  });
});

describe('runServer', () => {
  const server = (script: string) => runServer([process.execPath, '-e', script], {stdio: 'ignore'});

  it('gives the exit code of a server that fails', async () => {
    expect(await server('process.exit(7)')).toBe(7);
  });

  it('takes it for a failure when a server ends by itself', async () => {
    expect(await server('process.exit(0)')).toBe(1);
  });

  it('gives what a shell shows for a server that a signal ended', async () => {
    expect(await server('process.kill(process.pid, "SIGKILL")')).toBe(137);
    expect(await server('process.kill(process.pid, "SIGTERM")')).toBe(143);
  });
});

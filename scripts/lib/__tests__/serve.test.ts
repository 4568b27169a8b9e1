import {createServer, type AddressInfo, type Server} from 'node:net';
import {afterEach, describe, expect, it} from 'vitest';
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

import {writeFileSync} from 'node:fs';
import {createServer} from 'node:net';
import {join} from 'node:path';
import {execa} from 'execa';
import {REGISTRY, unpackedPackage} from './packages';
import {until} from './machine';

export interface Registry {
  /** host:port */
  host: string;
  stop: () => Promise<void>;
}

/**
 * A real registry on this machine, from Debian's package, without installing it.
 *
 * @param users - Lines of htpasswd: who may ask; without them everybody may
 */
export async function startRegistry(directory: string, users?: string): Promise<Registry> {
  const program = join(await unpackedPackage(REGISTRY), 'usr/bin/docker-registry');
  const host = `127.0.0.1:${await freePort()}`;
  const settings = join(directory, 'registry.json');
  const data = join(directory, 'registry');
  const htpasswd = join(directory, 'htpasswd');
  if (users !== undefined) writeFileSync(htpasswd, users);
  writeFileSync(
    settings,
    JSON.stringify({
      ...{version: '0.1', storage: {filesystem: {rootdirectory: data}}, http: {addr: host}},
      ...(users !== undefined && {auth: {htpasswd: {realm: 'test', path: htpasswd}}}),
    }),
  );
  const child = execa(program, ['serve', settings], {reject: false, stdio: 'ignore', cleanup: true});
  let up = false;
  const poll = setInterval(() => {
    void fetch(`http://${host}/v2/`).then(
      () => {
        up = true;
      },
      () => undefined,
    );
  }, 50);
  await until('the registry answers', () => (up ? true : undefined));
  clearInterval(poll);
  return {
    host,
    stop: async () => {
      child.kill('SIGKILL');
      await child;
    },
  };
}

/** A server that promises more bytes than it sends, as a registry that dies in the middle does. */
export async function startBrokenRegistry(): Promise<Registry> {
  const server = createServer((socket) => {
    socket.once('data', () => {
      socket.end('HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: 5000\r\n\r\n{"schema');
    });
    socket.on('error', () => undefined);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  return {
    host: `127.0.0.1:${typeof address === 'object' ? (address?.port ?? 0) : 0}`,
    stop: () =>
      new Promise((resolve) => {
        server.close(() => {
          resolve();
        });
      }),
  };
}

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  await new Promise((resolve) => server.close(resolve));
  return typeof address === 'object' ? (address?.port ?? 0) : 0;
}

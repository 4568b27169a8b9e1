import {connect, createServer, type Socket} from 'node:net';

/** Stands between an engine and a registry, writes down what is asked, and can die in the middle of an answer. */
export interface FragileProxy {
  /** host:port */
  host: string;
  /** Request lines since the last call, for example `GET /v2/library/alpine/manifests/3.23`. */
  asked: () => string[];
  /** Ends as a killed process does, after so many bytes of the next blob that is asked for. */
  dieAfter: (bytes: number) => void;
  /** Stays connected, and sends nothing any more after so many bytes. */
  stallAfter: (bytes: number) => void;
  /** Resolves when it does: everything that can be sent has been. */
  stalled: () => Promise<void>;
  /** Ends as a killed process does, at once. */
  kill: () => Promise<void>;
  /** Serves again, at the same address. */
  revive: () => Promise<void>;
}

interface Fate {
  kind: 'die' | 'stall';
  /** Left to send. */
  bytes: number;
}

/** @param registry - host:port to pass everything on to */
export async function startFragileProxy(registry: string): Promise<FragileProxy> {
  const [address = '', port = ''] = registry.split(':');
  const sockets = new Set<Socket>();
  let log: string[] = [];
  let fate: Fate | undefined;
  let markStalled: () => void = () => undefined;
  let stalled = Promise.resolve();

  const server = createServer((client) => {
    const upstream = connect(Number(port), address);
    let blob = false;
    for (const socket of [client, upstream]) {
      sockets.add(socket);
      socket.on('error', () => undefined);
      socket.on('close', () => {
        sockets.delete(socket);
        client.destroy();
        upstream.destroy();
      });
    }
    client.on('data', (chunk: Buffer) => {
      const lines = [...chunk.toString('latin1').matchAll(/^((?:GET|HEAD) \/v2\/\S*) HTTP\/1\.1\r$/gm)];
      log.push(...lines.map(([, line = '']) => line));
      if (lines.length > 0) blob = lines.some(([line]) => /^GET .*\/blobs\//.test(line));
      upstream.write(chunk);
    });
    upstream.on('data', (chunk: Buffer) => {
      if (fate === undefined || !blob) {
        client.write(chunk);
        return;
      }
      client.write(chunk.subarray(0, fate.bytes));
      fate.bytes = Math.max(0, fate.bytes - chunk.length);
      if (fate.bytes > 0) return;
      if (fate.kind === 'die') void kill();
      else markStalled();
    });
  });
  const listen = (at: number) =>
    new Promise<void>((resolve) => {
      server.listen(at, '127.0.0.1', resolve);
    });
  const kill = async (): Promise<void> => {
    const closed = new Promise<void>((resolve) => {
      server.close(() => {
        resolve();
      });
    });
    for (const socket of sockets) socket.destroy();
    await closed;
  };
  await listen(0);
  const bound = server.address();
  const own = typeof bound === 'object' ? (bound?.port ?? 0) : 0;
  return {
    host: `127.0.0.1:${own}`,
    asked: () => {
      const lines = log;
      log = [];
      return lines;
    },
    dieAfter: (bytes) => {
      fate = {kind: 'die', bytes};
    },
    stallAfter: (bytes) => {
      fate = {kind: 'stall', bytes};
      stalled = new Promise((resolve) => {
        markStalled = resolve;
      });
    },
    stalled: () => stalled,
    kill,
    revive: async () => {
      fate = undefined;
      if (!server.listening) await listen(own);
    },
  };
}

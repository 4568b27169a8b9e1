import {mkdirSync, writeFileSync} from 'node:fs';
import {connect, createServer} from 'node:net';
import {join} from 'node:path';
import type {Cli} from '../../cli/cli';
import {cgroupName} from '../../private/cgroups';
import {startDaemon} from '../../private/daemon';
import {fetchedDocker} from './openEngines';
import {calm} from './requests';

export interface RemoteBuilder {
  /** Address for `docker buildx create --driver remote`. */
  address: string;
  /** Client of the engine that it is part of. */
  client: Cli;
  stop: () => Promise<void>;
}

/** What a client of Docker sends before it speaks gRPC to the BuildKit inside the daemon (moby, api/server/router/grpc). */
const UPGRADE = 'POST /grpc HTTP/1.1\r\nHost: docker\r\nConnection: Upgrade\r\nUpgrade: h2c\r\n\r\n';
const SWITCHED = /^HTTP\/1\.1 101 [^]*?\r\n\r\n/;

/**
 * BuildKit on an address of its own. No distribution packages buildkitd, and compiling it takes minutes; the same BuildKit is
 * in every Docker Engine, so a second one is started, with the containerd store, as buildkitd has, and its inner address is
 * passed on without the daemon's handshake. Nothing of the first engine can be seen from it.
 */
export async function startRemoteBuilder(directory: string): Promise<RemoteBuilder> {
  const root = await fetchedDocker();
  const own = join(directory, 'elsewhere');
  mkdirSync(join(own, 'client'), {recursive: true});
  const socket = join(own, 'docker.sock');
  const config = join(own, 'dockerd.json');
  writeFileSync(config, JSON.stringify({features: {'containerd-snapshotter': true}}));
  const client: Cli = {
    prefix: [join(root, 'usr/bin/docker'), '--config', join(own, 'client'), '--host', `unix://${socket}`],
    env: {DOCKER_CONTEXT: undefined, DOCKER_HOST: undefined},
  };
  const daemon = await startDaemon({
    dockerd: join(root, 'usr/sbin/dockerd'),
    path: [join(root, 'usr/sbin'), join(root, 'usr/bin'), process.env.PATH ?? ''].join(':'),
    paths: {socket, config, data: join(own, 'data'), lock: join(own, 'lock'), cgroup: cgroupName(own)},
    log: join(own, 'dockerd.log'),
    client,
    signal: calm(),
  });
  const address = join(own, 'buildkit.sock');
  const server = createServer((from) => {
    const to = connect(socket, () => to.write(UPGRADE));
    for (const [one, other] of [
      [from, to],
      [to, from],
    ] as const) {
      one.on('error', () => undefined);
      one.on('close', () => other.destroy());
    }
    let answer = '';
    const shake = (chunk: Buffer): void => {
      answer += chunk.toString('latin1');
      const head = SWITCHED.exec(answer)?.[0];
      if (head === undefined) return;
      to.off('data', shake);
      from.write(Buffer.from(answer.slice(head.length), 'latin1'));
      from.pipe(to);
      to.pipe(from);
    };
    to.on('data', shake);
  });
  await new Promise<void>((resolve) => server.listen(address, resolve));
  return {
    address: `unix://${address}`,
    client,
    stop: async () => {
      server.close();
      await daemon.stop();
    },
  };
}

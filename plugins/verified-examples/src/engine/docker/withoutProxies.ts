import {mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync} from 'node:fs';
import {homedir} from 'node:os';
import {join, resolve} from 'node:path';
import * as z from 'zod';
import type {Environment} from '../process/process';

/** What decides how the client reaches its engine, and the `proxies` that it gives to every container. */
const Config = z.object({
  currentContext: z.string().optional(),
  HttpHeaders: z.record(z.string(), z.string()).optional(),
  proxies: z.record(z.string(), z.unknown()).optional(),
});

/**
 * Docker's client sets HTTP_PROXY and its like in every container where the user's `config.json` has `proxies`, and no
 * option keeps it from that (docker/cli, ParseProxyConfig). So runs get a configuration without them; contexts and
 * certificates stay the user's. It has no logins: a run pulls nothing. Builds keep the user's: they need the proxies.
 *
 * @param folder - Where that configuration is made, if it is needed
 * @param env - Of the client, which may name a configuration
 * @returns Environment for `docker run` and `docker create`
 */
export function withoutProxies(folder: string, env: Environment): Environment {
  const named = {...process.env, ...env}.DOCKER_CONFIG;
  const users = named === undefined || named === '' ? join(homedir(), '.docker') : resolve(named);
  const read = Config.safeParse(readJson(join(users, 'config.json')));
  if (!read.success) return {};
  const {proxies, ...kept} = read.data;
  if (proxies === undefined) return {};
  const config = join(folder, 'docker-config');
  mkdirSync(config, {mode: 0o700});
  writeFileSync(join(config, 'config.json'), JSON.stringify(kept), {mode: 0o600});
  for (const name of readdirSync(users))
    if (name !== 'config.json') symlinkSync(join(users, name), join(config, name));
  return {DOCKER_CONFIG: config};
}

function readJson(file: string): unknown {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    // The client goes on without it too.
    return undefined;
  }
}

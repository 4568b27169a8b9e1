import {existsSync, readFileSync} from 'node:fs';
import {homedir} from 'node:os';
import {join} from 'node:path';
import {execa} from 'execa';
import * as z from 'zod';
import {HUB, type ImageReference} from './reference';

/** What tells a registry who asks. An identity token stands for a user and is exchanged for one of a repository. */
export type Login = {user: string; password: string} | {identityToken: string};

/** As `docker login` keeps Docker Hub's. */
const HUB_KEY = 'https://index.docker.io/v1/';
/** A helper's name for the user of an identity token. */
const TOKEN_USER = '<token>';
const HELPER_MS = 30_000;

const Config = z.looseObject({
  auths: z
    .record(z.string(), z.looseObject({auth: z.string().optional(), identitytoken: z.string().optional()}))
    .optional(),
  credsStore: z.string().optional(),
  credHelpers: z.record(z.string(), z.string()).optional(),
});
const Answer = z.looseObject({Username: z.string(), Secret: z.string()});

type Named = Pick<ImageReference, 'registry' | 'repository'>;

/**
 * The login of whoever runs this to a registry, as `podman login` (containers-auth.json(5)) and `docker login`, perhaps
 * through a credential helper, have written it. A login for a part of a registry goes before that for all of it.
 *
 * @returns undefined where there is none
 * @throws Error with the file that can't be read, or the helper that failed
 */
export async function loginTo(image: Named, signal: AbortSignal): Promise<Login | undefined> {
  for (const file of files()) {
    const found = existsSync(file) ? await loginIn(file, image, signal) : undefined;
    if (found !== undefined) return found;
  }
  return undefined;
}

function files(): string[] {
  const {
    REGISTRY_AUTH_FILE,
    XDG_RUNTIME_DIR,
    XDG_CONFIG_HOME = join(homedir(), '.config'),
    DOCKER_CONFIG = join(homedir(), '.docker'),
  } = process.env;
  return [
    ...(REGISTRY_AUTH_FILE === undefined ? [] : [REGISTRY_AUTH_FILE]),
    ...(XDG_RUNTIME_DIR === undefined ? [] : [join(XDG_RUNTIME_DIR, 'containers/auth.json')]),
    join(XDG_CONFIG_HOME, 'containers/auth.json'),
    join(DOCKER_CONFIG, 'config.json'),
  ];
}

async function loginIn(file: string, image: Named, signal: AbortSignal): Promise<Login | undefined> {
  const {auths = {}, credHelpers = {}, credsStore} = read(file);
  const keys = keysOf(image);
  for (const key of keys) {
    const helper = credHelpers[key];
    if (helper !== undefined) return askHelper(helper, key, signal);
  }
  for (const key of keys) {
    const {auth = '', identitytoken = ''} = auths[key] ?? {};
    if (identitytoken !== '') return {identityToken: identitytoken};
    if (auth !== '') return userOf(auth, file, key);
  }
  const server = image.registry === HUB ? HUB_KEY : image.registry;
  return credsStore === undefined ? undefined : askHelper(credsStore, server, signal);
}

function read(file: string): z.output<typeof Config> {
  try {
    return Config.parse(JSON.parse(readFileSync(file, 'utf8')));
  } catch (error) {
    throw new Error(`${file} can't be read as a file of logins`, {cause: error});
  }
}

/** Most special first. */
function keysOf({registry, repository}: Named): string[] {
  const parts = [registry, ...repository.split('/')];
  const nested = parts.map((_, index) => parts.slice(0, parts.length - index).join('/'));
  const hosts = registry === HUB ? [HUB_KEY, 'index.docker.io'] : [`https://${registry}`];
  return [...nested, ...hosts, ...hosts.map((host) => `${host}/`)];
}

function userOf(auth: string, file: string, key: string): Login {
  const [user, ...password] = Buffer.from(auth, 'base64').toString('utf8').split(':');
  if (!user || password.length === 0) throw new Error(`${file} has no user and password for ${key}`);
  return {user, password: password.join(':')};
}

/** By the protocol of docker/docker-credential-helpers: the server on stdin, JSON on stdout. */
async function askHelper(name: string, server: string, signal: AbortSignal): Promise<Login | undefined> {
  const program = `docker-credential-${name}`;
  const {failed, stdout, stderr, shortMessage} = await execa(program, ['get'], {
    ...{input: server, reject: false, cancelSignal: signal, timeout: HELPER_MS},
  });
  signal.throwIfAborted();
  if (failed && /credentials not found/i.test(stdout)) return undefined;
  if (failed) throw new Error(`${program}: ${[stderr, stdout, shortMessage].find(Boolean) ?? ''}`);
  const {Username, Secret} = Answer.parse(JSON.parse(stdout));
  return Username === TOKEN_USER ? {identityToken: Secret} : {user: Username, password: Secret};
}

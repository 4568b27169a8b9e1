import * as z from 'zod';
import {enginePlatform} from '../platform';
import {atLeast} from '../versions';

const Info = z.object({
  host: z.object({
    os: z.string().default('unknown'),
    arch: z.string().default('unknown'),
    buildahVersion: z.string().default(''),
    cgroupVersion: z.string().default(''),
    ociRuntime: z.object({name: z.string(), version: z.string().default('')}),
    serviceIsRemote: z.boolean().default(false),
  }),
  version: z.object({Version: z.string()}),
});

interface PodmanInfo {
  version: string;
  buildah: string;
  /** `crun` or `runc`, and its version in words. */
  runtime: {name: string; version: string};
  cgroupVersion: string;
  platform: string;
  /** A virtual machine: nothing of this machine's kernel applies. */
  remote: boolean;
}

/** The first release on which builds and locked-down runs of this project were seen to work. */
const MINIMUM = [4, 3];

/**
 * Reads `podman info --format json`.
 * @throws Error with the reason why this podman cannot be used
 */
export function parsePodmanInfo(json: string): PodmanInfo {
  const {host, version} = Info.parse(JSON.parse(json));
  if (!atLeast(version.Version, MINIMUM)) {
    throw new Error(`Podman ${version.Version} was found; 4.3 or newer is needed`);
  }
  return {
    version: version.Version,
    buildah: `buildah ${host.buildahVersion}`,
    runtime: {name: host.ociRuntime.name, version: runtimeVersion(host.ociRuntime)},
    cgroupVersion: host.cgroupVersion,
    platform: enginePlatform(host.os, host.arch),
    remote: host.serviceIsRemote,
  };
}

/** `runc version 1.1.5+ds1\ncommit: …` and `crun version 1.8.1\n…` both begin with what is wanted. */
function runtimeVersion({name, version}: {name: string; version: string}): string {
  const number = /version\s+(\S+)/.exec(version)?.[1];
  return number === undefined ? name : `${name} ${number}`;
}

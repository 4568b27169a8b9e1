import path from 'node:path';
import type {SourceFile} from '../collect/files';
import {DEFAULT_SERVER} from '../model/runsIn';
import type {Dns, WrittenScenario} from '../model/scenario';

/** Folder of the archive with the build context, exactly as it was proved. */
export const CONTEXT = 'context';
/** Folder of the archive with what scenarios mount, a folder each. */
export const RUNS = 'runs';

const RESOLV_CONF = '/etc/resolv.conf';
/** What the lab serves; where its image looks for it. */
export const LAB_CONFIG = '/lab.json';

/** A file that a run is given. */
export interface RunFile {
  /** In the archive of the example. */
  path: string;
  bytes: string | Uint8Array;
}

export interface MountedFile extends RunFile {
  /** In the container. */
  target: string;
}

type Given = Pick<WrittenScenario, 'id' | 'files' | 'dns' | 'seccomp'>;
type Context = readonly Pick<SourceFile, 'path' | 'bytes'>[];

/**
 * Files that a run mounts: those of the manifest, and beside the lab the resolv.conf that its dns describes.
 *
 * @param context - Files of the example; what names none of them has no bytes here, and was refused before
 */
export function mountedFiles(scenario: Given, context: Context): MountedFile[] {
  const {files, dns} = scenario;
  const mounted = files.map(({path: target, content, from}, index) =>
    from === undefined
      ? {target, path: ownPath(scenario, index), bytes: content ?? ''}
      : {target, ...fileOf(context, from)},
  );
  if (dns === undefined || mounted.some(({target}) => target === RESOLV_CONF)) return mounted;
  return [
    ...mounted,
    {target: RESOLV_CONF, path: `${RUNS}/${scenario.id}/resolv.conf`, bytes: resolvConf(dns)},
  ];
}

/** The scenario's seccomp profile. */
export function seccompFile({seccomp}: Given, context: Context): RunFile | undefined {
  return seccomp === undefined ? undefined : fileOf(context, seccomp);
}

/** What the lab serves in a scenario, as it reads it; see examples/_lab/README.md. */
export function labFile({id, dns}: Pick<Given, 'id' | 'dns'>): MountedFile {
  const servers = dns === undefined ? [] : (dns.servers ?? [{listen: DEFAULT_SERVER, faults: dns.faults}]);
  const config = {
    servers: servers.map(({listen, faults = [], ...server}) => ({
      listen: [`${listen}:53`],
      records: ('records' in server ? server.records : undefined) ?? dns?.records ?? [],
      faults,
    })),
  };
  return {
    target: LAB_CONFIG,
    path: `${RUNS}/${id}/lab.json`,
    bytes: `${JSON.stringify(config, undefined, 2)}\n`,
  };
}

/** The resolv.conf of a container beside the lab: its servers in order, the search list, the options. */
export function resolvConf({servers, search, options}: Dns): string {
  return [
    ...(servers ?? [{listen: DEFAULT_SERVER}]).map(({listen}) => `nameserver ${listen}`),
    ...(search === undefined ? [] : [`search ${search.join(' ')}`]),
    ...(options === undefined ? [] : [`options ${options.join(' ')}`]),
    '',
  ].join('\n');
}

/** Two files of one name in different folders get a number. */
function ownPath({id, files}: Given, index: number): string {
  const name = (at: number) => path.posix.basename(files[at]?.path ?? '');
  const taken = files.slice(0, index).filter((_, at) => name(at) === name(index)).length;
  return `${RUNS}/${id}/${taken === 0 ? '' : `${taken}-`}${name(index)}`;
}

function fileOf(context: Context, name: string): RunFile {
  return {path: `${CONTEXT}/${name}`, bytes: context.find((file) => file.path === name)?.bytes ?? ''};
}

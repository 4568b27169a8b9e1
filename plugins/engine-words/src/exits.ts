import type {Kind} from './engines';
import type {CaseWords} from './receipts';

const SHORT: Readonly<Record<Kind, string>> = {
  docker: 'Docker',
  podman: 'Podman',
  ctr: 'ctr',
  cri: 'Kubernetes',
  classic: 'classic builder',
  buildkit: 'BuildKit',
  buildah: 'buildah',
};

/** The other reasons of a kubelet, Error and Completed, say no more than the code. */
const TELLING: readonly string[] = ['StartError', 'OOMKilled'];

/**
 * The exit code that a reader meets: of the command, and of the container where that is another. Of CRI, which has no command
 * that waits, the container's with its reason.
 */
export function exitText({engine, one, words}: Pick<CaseWords, 'engine' | 'one' | 'words'>): string {
  const {exit, state} = words;
  if (engine.kind === 'cri' && one.run.exec === undefined) {
    if (state === null) return 'not created';
    return TELLING.includes(state.reason ?? '') ? `${state.exit}, ${state.reason ?? ''}` : String(state.exit);
  }
  // Podman says 0 of a container that never ran.
  const other = state !== null && state.exit !== exit && !(state.status === 'created' && state.exit === 0);
  return other ? `${exit}, container ${state.exit}` : String(exit);
}

/**
 * Names of those that agree, among all that were asked the same: a kind of engine alone where all of it agree, else with
 * versions. Pure.
 */
export function nameOf(agree: readonly CaseWords[], all: readonly CaseWords[]): string {
  const kinds = [...new Set(agree.map(({engine}) => engine.kind))];
  return kinds
    .map((kind) => {
      const own = agree.filter(({engine}) => engine.kind === kind);
      const whole = own.length === all.filter(({engine}) => engine.kind === kind).length;
      // A kubelet and ctr are told apart by what starts the container, the others by their own version.
      const byRuntime = kind === 'ctr' || kind === 'cri';
      const versions = own.map(({versions: {engine, runtime}}) => (byRuntime ? runtime : engine));
      const runtime = byRuntime ? `with ${own[0]?.engine.runtime ?? ''} ` : '';
      return whole ? SHORT[kind] : `${SHORT[kind]} ${runtime}${[...new Set(versions)].join(', ')}`;
    })
    .join('; ');
}

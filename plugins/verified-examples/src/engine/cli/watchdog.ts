import {execa} from 'execa';
import type {Environment, ProcessGuard} from '../process/process';

/**
 * Reads `add GROUP` and `drop GROUP` lines. When its stdin ends without `quit`, our process is gone, even by SIGKILL: it ends
 * the process groups that were left, then removes every container with the label. podman cleans up after a build whose
 * command is ended, not after one that is killed itself, hence the children first and the pauses.
 */
const SCRIPT = `
label=$1; cleanup=$2; shift 2
groups=
while read -r verb group; do
  case $verb in
    add) groups="$groups $group" ;;
    drop) kept=; for g in $groups; do [ "$g" = "$group" ] || kept="$kept $g"; done; groups=$kept ;;
    quit) exit 0 ;;
  esac
done
for g in $groups; do
  children=$(cat "/proc/$g"/task/*/children)
  [ -z "$children" ] || kill -s TERM $children
done
[ -z "$groups" ] || sleep 1
for g in $groups; do kill -s TERM -- "-$g"; done
[ -z "$groups" ] || sleep 1
for g in $groups; do kill -s KILL -- "-$g"; done
ids=$("$@" ps --all --quiet --filter "label=$label")
[ -z "$ids" ] || "$@" rm --force --volumes $ids
eval "$cleanup"
`;

interface WatchdogRequest {
  /** Command prefix of the engine. */
  prefix: readonly string[];
  env: Environment;
  /** Containers with this label are removed. */
  label: string;
  /** Shell text run last, when our process is gone; may use "$@", the prefix. */
  cleanup?: string | undefined;
}

export interface Watchdog extends ProcessGuard {
  /** Ends it without any cleanup. */
  quit(): void;
}

/**
 * A shell that outlives us and cleans up after us, whatever ended us: a signal handler cannot, since nothing handles SIGKILL.
 */
export function startWatchdog(request: WatchdogRequest): Watchdog {
  const child = execa(
    'sh',
    ['-c', SCRIPT, 'cleanup', request.label, request.cleanup ?? ':', ...request.prefix],
    {
      detached: true,
      cleanup: false,
      reject: false,
      buffer: false,
      stdin: 'pipe',
      stdout: 'ignore',
      stderr: 'ignore',
      env: {...request.env},
    },
  );
  child.stdin.on('error', ignore);
  child.unref();
  // A pipe that is only written to must not keep this process alive; the type does not know that it is a socket.
  (child.stdin as Partial<{unref: () => void}>).unref?.();
  const say = (line: string): void => {
    child.stdin.write(`${line}\n`);
  };
  return {
    add: (group) => {
      say(`add ${group}`);
    },
    drop: (group) => {
      say(`drop ${group}`);
    },
    quit: () => {
      child.stdin.end('quit\n');
    },
  };
}

function ignore(): void {
  // Nothing to do.
}

import type {Case} from './cases';
import {isBuilder, type Engine, type Kind} from './engines';
import type {Words} from './model';

/** Words of a case that a reader sees, in parts that give the whole when joined. */
export interface Telling {
  /** What printed them: the command, or where else they are found. */
  place: 'command' | 'log' | 'message';
  /** Lines before, and what stands in the line before the cause. */
  before: string;
  /** The cause, in the words of the runtime, the engine or the program. */
  core: string;
  after: string;
}

type Pieces = readonly RegExp[];

/** What runtimes put around the cause; runc logs lines, crun under an engine JSON. */
const RUNTIME = {
  before: [
    /^OCI runtime (?:create|exec|start) failed: /,
    /^OCI runtime error: /,
    /^(?:runc|crun): /,
    /^runc (?:create|run) failed: /,
    /^exec failed: /,
    /^unable to start container process: /,
    /^error during container init: /,
    /^container_linux\.go:\d+: starting container process caused: /,
    /^process_linux\.go:\d+: container init caused: /,
    /^\{?\s*"msg": ?"/,
  ],
  after: [/", ?"level": ?"error", ?"time": ?"TIME"\}$/, /",$/],
};

const CONTAINERD = {
  before: [
    /^failed to create (?:task for container|containerd task|containerd container|shim task): /,
    /^failed to exec in container: /,
    /^failed to start exec "ID": /,
    /^mount callback failed on \S+: /,
  ],
  after: [/: unknown$/],
};

/** What the client and its engine put around that. */
const CLIENT: Readonly<Record<Kind, {before: Pieces; after: Pieces}>> = {
  docker: {
    before: [/^docker: /, /^Error response from daemon: /],
    after: [/\.$/, /(?<=is a directory(?:: unknown)?): permission denied$/],
  },
  podman: {
    before: [/^Error: /],
    after: [/: OCI (?:runtime attempted to invoke a command that was not found|permission denied)$/],
  },
  ctr: {before: [/^ctr: /], after: []},
  cri: {
    before: [
      /^time="TIME" level=fatal msg="/,
      /^creating container: /,
      /^rpc error: code = \w+ desc = /,
      /^execing command in container CONTAINER: /,
      /^Internal error occurred: /,
      /^error executing command in container: /,
    ],
    after: [/"$/],
  },
  classic: {before: [/^COPY failed: /], after: []},
  buildkit: {
    before: [
      /^(?:#N )?(?:TIME )?/,
      /^ERROR: /,
      /^failed to (?:build|solve|compute cache key): /,
      /^failed to calculate checksum of ref REF: /,
      /^time="TIME" level=error msg="/,
    ],
    after: [/"$/],
  },
  buildah: {
    before: [
      /^Error: /,
      /^building at STEP "[^"]*": /,
      /^error running container: from \S+ creating container for \[[^\]]*\]: /,
      /^checking on sources under "[^"]*": copier: /,
    ],
    after: [],
  },
};

/** In a cause, these show that a piece is not known yet. */
const LEFT_OVER =
  /OCI runtime|runc \w+ failed|^TIME |rpc error|response from daemon|level=|desc =|failed to (?:create (?:task|containerd|shim)|solve|build|start|exec)|: unknown$|^Error|^\{/;
/** Of a longer output, what stands before the telling line is left out. */
const SHORT = 6;

/**
 * Finds the line that tells the cause, and splits it.
 *
 * @returns Undefined for a case that prints nothing
 * @throws Error when no line tells it, when a case that prints nothing printed something, or when the line does not split
 */
export function tellingOf(engine: Engine, {id, says}: Case, words: Words | undefined): Telling | undefined {
  if (words === undefined) throw new Error(`${id}: was not run`);
  const places = placesOf(engine, words);
  if (says === null) {
    const printed = places.find(([, text]) => !/^(?:(?:ID|CONTAINER)\n)?$/.test(text));
    if (printed !== undefined) throw new Error(`${id}: prints nothing elsewhere, and here: ${printed[1]}`);
    return undefined;
  }
  for (const [place, text] of places) {
    const lines = text.replaceAll('\r', '').replace(/\n$/, '').split('\n');
    const at = lines.findLastIndex((line) => says.test(line));
    const line = lines[at];
    if (line === undefined) continue;
    const parts = splitLine(engine.kind, line);
    if (!says.test(parts.core) || LEFT_OVER.test(parts.core))
      throw new Error(`${id}: this line does not split: ${line}`);
    const first = lines.length <= SHORT && !(engine.kind === 'cri' && place === 'command') ? 0 : at;
    return {
      place,
      before: lines.slice(first, at).map(ended).join('') + parts.before,
      core: parts.core,
      after:
        parts.after +
        lines
          .slice(at + 1)
          .map((next) => `\n${next}`)
          .join(''),
    };
  }
  throw new Error(`${id}: ${String(says)} is in none of its words: ${JSON.stringify(places)}`);
}

/** Where to look, in the order in which a reader does. A kubelet passes messages and logs on, not what crictl prints. */
function placesOf({kind}: Engine, {stdout, stderr, state, log}: Words): [Telling['place'], string][] {
  if (isBuilder(kind)) return [['command', stdout]];
  const said: [Telling['place'], string][] = [
    ['command', stderr],
    ['command', stdout],
  ];
  const kept: [Telling['place'], string][] = [['log', log ?? '']];
  return kind === 'cri' ? [['message', state?.message ?? ''], ...kept, ...said] : [...said, ...kept];
}

/** Takes known pieces off both ends of a line, as long as there are any. Pure. */
export function splitLine(kind: Kind, line: string): Pick<Telling, 'before' | 'core' | 'after'> {
  const parts = [CLIENT[kind], CONTAINERD, RUNTIME];
  const heads = parts.flatMap(({before}) => before);
  const tails = parts.flatMap(({after}) => after);
  let [from, to] = [0, line.length];
  for (let taken = true; taken;) {
    const rest = line.slice(from, to);
    const head = lengthOf(heads, rest);
    const tail = head > 0 ? 0 : lengthOf(tails, rest);
    from += head;
    to -= tail;
    taken = head + tail > 0;
  }
  return {before: line.slice(0, from), core: line.slice(from, to), after: line.slice(to)};
}

function lengthOf(pieces: Pieces, text: string): number {
  return pieces.map((piece) => piece.exec(text)?.[0].length ?? 0).find((length) => length > 0) ?? 0;
}

const ended = (line: string): string => `${line}\n`;

/** All of it, as it stands on a page. */
export const textOf = ({before, core, after}: Telling): string => before + core + after;

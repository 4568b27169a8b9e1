import type {Answer} from '../../../../base-images/src/radar/judge';
import type {RadarEntry, Seen} from '../../../../base-images/src/radar/model';
import {fetchMessage} from '../../../../base-images/src/machine/fetchMessage';
import {mapLimited} from '../../../../base-images/src/machine/parallel';
import type {Pins} from '../../../../base-images/src/pins';
import {lookAtImage, type ImageLook, type LookOptions} from '../../engine/registry/lookAtImage';
import {parseReference} from '../../engine/registry/reference';
import {registryTrouble} from '../../engine/registry/registryError';
import {pullName} from '../bases/pullName';
import type {Needed} from './subjects';

const PARALLEL_LOOKS = 4;

/** What a registry was found to have, and what is pinned of it. */
export interface RegistryLook extends Needed {
  pinned: Seen | null;
  answer: Answer;
}

type Earlier = Pick<RadarEntry, 'pinned' | 'now'>;

interface Request {
  pins: Pins;
  /** The entry of the last radar. */
  earlierOf: (subject: Needed) => Earlier | undefined;
  signal: AbortSignal;
  onProgress: (line: string) => void;
}

/**
 * Asks registries what bases are now. A registry that cannot be reached is asked once. What the pinned digest stands for is
 * taken from the last radar, else asked too.
 */
export async function lookAtRegistries(
  subjects: readonly Needed[],
  {pins, earlierOf, signal, onProgress}: Request,
): Promise<RegistryLook[]> {
  const silent = new Map<string, string>();
  return mapLimited(subjects, PARALLEL_LOOKS, async (subject) => {
    const name = pullName(subject.ref);
    const {api} = parseReference(name);
    const earlier = earlierOf(subject);
    const known = [earlier?.pinned, earlier?.now].flatMap(wholeLook);
    const digest = pins[subject.ref]?.digest;
    const pinned = digest === undefined ? null : (known.find((look) => look.digest === digest) ?? {digest});
    try {
      const before = silent.get(api);
      if (before !== undefined) throw new Error(before);
      const options = {platform: subject.platform, known, signal};
      const now = await lookAtImage(name, options);
      return {
        ...subject,
        pinned: await completed(pinned, name, {...options, known: [...known, now]}),
        answer: {now},
      };
    } catch (error) {
      signal.throwIfAborted();
      const said = fetchMessage(error);
      if (!silent.has(api)) onProgress(`${subject.ref}: ${said}`);
      if (UNREACHABLE.test(said)) silent.set(api, said);
      return {...subject, pinned, answer: {unknown: registryTrouble(subject.ref, said)}};
    }
  });
}

/** With what the digest stands for, if the registry still has it. */
async function completed(pinned: Seen | null, name: string, options: LookOptions): Promise<Seen | null> {
  if (pinned === null) return null;
  try {
    return await lookAtImage(`${name.replace(/:[^/:]*$/, '')}@${pinned.digest}`, options);
  } catch {
    options.signal.throwIfAborted();
    return pinned;
  }
}

/** No answer at all, as against one that says no. */
const UNREACHABLE = /ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ETIMEDOUT|EHOSTUNREACH|ENETUNREACH|timeout/i;

function wholeLook(seen: Seen | null | undefined): ImageLook[] {
  const {digest, manifest, layers} = seen ?? {};
  return digest !== undefined && manifest !== undefined && layers !== undefined
    ? [{digest, manifest, layers}]
    : [];
}

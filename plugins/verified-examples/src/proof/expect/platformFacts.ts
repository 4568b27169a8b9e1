import type {Inspection} from '../model/inspection';
import type {Manifest} from '../../example/model/manifest';

/** ELF machines in the words of readelf. */
const MACHINES: Readonly<Record<string, string>> = {
  'linux/amd64': 'Advanced Micro Devices X86-64',
  'linux/arm64': 'AArch64',
};

/**
 * Facts that every proof of a platform must have: an image of that platform and, where a program is inspected, one of
 * that machine. A Dockerfile that forgets GOARCH gives neither error nor warning. A manifest that says otherwise of
 * `binary.architecture` wins: to show that mistake is an example too.
 */
export function platformFacts(platform: string, image: Inspection): Manifest['facts'] {
  const machine = MACHINES[platform];
  return {
    architecture: platform,
    ...(image.binary !== null && machine !== undefined && {'binary.architecture': machine}),
  };
}

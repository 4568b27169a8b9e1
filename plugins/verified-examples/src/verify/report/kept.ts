import type {ByHand} from '../../engine/types';

/** What is left of a run that failed, so that its commands can be repeated. */
export interface Kept {
  /** Build contexts and mounted files. */
  folder: string;
  /** Images of the jobs that failed in a run. */
  images: readonly string[];
  reopen: ByHand['reopen'];
}

/** Says what is kept, where, until when, and how the engine is reached. */
export function formatKept({folder, images, reopen}: Kept): string {
  return [
    'Kept for repeating by hand, until the next verify:',
    `  files   ${folder}`,
    ...images.map((image) => `  image   ${image}`),
    ...(reopen === undefined
      ? []
      : [
          `  engine  has been stopped; ${reopen.command} starts it again on the same images, and says what to export`,
        ]),
  ].join('\n');
}

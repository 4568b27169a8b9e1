/**
 * What commands call images, containers and files. A reader's names are short, the verifier's are unique to a run: the
 * commands are the same otherwise.
 */
export interface Names {
  /** The examined image. */
  image: string;
  lab: {image: string; container: string};
  /** The examined container, while another one asks it or looks into it. */
  container: string;
  /** A container that is made to take files out of the image, never started. */
  look: string;
  /** An image that brings a tool, from the name that a FROM would have. */
  tool: (ref: string) => string;
  /** The image of a stage that brings a tool. */
  stage: (name: string) => string;
  /** A file from its path in the archive of the example. */
  file: (path: string) => string;
  /** The same, where the command line itself reads it. */
  profile: (path: string) => string;
  /** Where files of an image are put: one of them, all of them. */
  taken: string;
  tar: string;
}

/**
 * The names of a reader who works in the unpacked archive, with the image of one variant. A lab is called after the
 * scenario that it serves: a command that joins another one's fails, and does not come out otherwise.
 */
export function readerNames(image: string, scenario: string): Names {
  return {
    image,
    lab: {image: 'lab', container: `lab-${scenario}`},
    container: 'app',
    look: 'look',
    tool: (ref) => ref,
    stage: (name) => stageImage(image, name),
    file: (path) => `./${path}`,
    profile: (path) => `./${path}`,
    taken: './taken',
    tar: './image.tar',
  };
}

/** The image of a stage, after that of the variant whose Dockerfile it is in. */
export function stageImage(image: string, stage: string): string {
  return `${image}-${stage}`;
}

/**
 * What a reader calls the image of a variant.
 *
 * @param platform - Said where a variant is proved on more than one
 */
export function imageName(example: string, variant: string, platform: string | undefined): string {
  const suffix = platform === undefined ? '' : `-${platform.replace('linux/', '').replaceAll('/', '-')}`;
  return `${example}:${variant}${suffix}`;
}

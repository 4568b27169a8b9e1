import {readFileSync} from 'node:fs';
import {createRequire} from 'node:module';

/** A font as satori takes it. */
interface Font {
  name: string;
  data: Buffer;
  weight: 400 | 600;
  style: 'normal';
}

/** The site's own, in WOFF: satori does not read WOFF2. */
const FILES = [
  {name: 'sans', family: 'ibm-plex-sans', weight: 400},
  {name: 'sans', family: 'ibm-plex-sans', weight: 600},
  {name: 'mono', family: 'ibm-plex-mono', weight: 600},
] as const;

let read: Font[] | undefined;

/** The fonts of pictures, read once. */
export function fonts(): Font[] {
  const {resolve} = createRequire(__filename);
  read ??= FILES.map(({name, family, weight}) => ({
    name,
    data: readFileSync(resolve(`@fontsource/${family}/files/${family}-latin-${weight}-normal.woff`)),
    weight,
    style: 'normal',
  }));
  return read;
}

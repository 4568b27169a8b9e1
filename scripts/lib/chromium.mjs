// @ts-check
import {existsSync} from 'node:fs';

/** Where Debian and its like install it. */
export const SYSTEM_CHROMIUM = ['/usr/bin/chromium', '/usr/bin/chromium-browser'];

/** The one that is installed; undefined: none is. */
export function systemChromium() {
  return SYSTEM_CHROMIUM.find((file) => existsSync(file));
}

import os from 'node:os';
import path from 'node:path';

/** Rebuilt bases, and an engine of the project's own, are kept between runs, outside the repository. */
export function cacheFolder(): string {
  return path.join(process.env.XDG_CACHE_HOME ?? path.join(os.homedir(), '.cache'), 'cgo-field-guide');
}

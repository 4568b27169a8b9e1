import {readdirSync, readFileSync} from 'node:fs';
import {join} from 'node:path';
import type {Program} from './imageSpec';

/** The client of CRI, as a module of Go: Debian has none. */
export const CRICTL = 'sigs.k8s.io/cri-tools/cmd/crictl@v1.34.0';

export const BUILDS: Readonly<Record<Program, string>> = {
  static: 'CGO_ENABLED=0',
  glibc: 'CGO_ENABLED=1',
  machine: 'CGO_ENABLED=0 GOARCH=s390x',
};

/** Folder of the programs' sources. */
export const SOURCES = join(__dirname, '../programs');

/** File name to text of all that the programs are built from. */
export function programSources(): Record<string, string> {
  const names = readdirSync(SOURCES).sort();
  return Object.fromEntries(names.map((name) => [name, readFileSync(join(SOURCES, name), 'utf8')]));
}

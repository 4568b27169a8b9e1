import {rm} from 'node:fs/promises';
import {join} from 'node:path';
import {withScratch} from '../machine/atomic';
import {run} from '../machine/run';
import type {GoRecipe} from '../recipe/types';
import {readDirectory} from '../tree/disk';
import {type Node, select, type Tree} from '../tree/tree';
import type {LayerFacts, Workshop} from './workshop';

const MODULE = 'golang.org/toolchain';

/**
 * Gives `write` the tree of /usr/local/go. Any Go of this machine downloads the module and checks it against the
 * checksum database; here its sum is compared with the recipe's as well.
 */
export async function makeGo(
  recipe: GoRecipe,
  workshop: Workshop,
  write: (tree: Tree, facts: LayerFacts) => Promise<void>,
): Promise<void> {
  const version = `v0.0.1-go${recipe.version}.linux-${workshop.platform.go}`;
  await withScratch(workshop.cache, async (scratch) => {
    workshop.onProgress(`go ${recipe.version}: downloading the toolchain`);
    const {Dir, Sum} = await download(`${MODULE}@${version}`, workshop, scratch);
    if (Sum !== recipe.sum) {
      throw new Error(`${MODULE}@${version}: expected ${recipe.sum}, got ${Sum}; not used`);
    }
    await write(toolchain(await readDirectory(Dir)), {
      packages: {go: recipe.version},
      checks: [`Go: ${MODULE}@${version} has the recipe's sum ${Sum}.`],
    });
    await rm(Dir, {recursive: true, force: true});
  });
}

async function download(
  module: string,
  workshop: Workshop,
  scratch: string,
): Promise<{Dir: string; Sum: string}> {
  const output = await run(['go', 'mod', 'download', '-json', module], {
    signal: workshop.signal,
    cwd: scratch,
    env: {
      GOPATH: join(scratch, 'gopath'),
      GOMODCACHE: join(scratch, 'gopath/mod'),
      GOFLAGS: '-modcacherw',
      GOTOOLCHAIN: 'local',
      GONOSUMDB: '',
      GONOSUMCHECK: '',
      GOPRIVATE: '',
      GO111MODULE: 'on',
    },
  });
  return JSON.parse(output) as {Dir: string; Sum: string};
}

/**
 * A module zip has neither execute bits nor nested go.mod files; cmd/go undoes both when it switches toolchains
 * (src/cmd/go/internal/toolchain/switch.go), and so does this.
 */
function toolchain(tree: Tree): Tree {
  const placed = select(tree, (path) => `usr/local/go/${path.replace(/(^|\/)_go\.mod$/, '$1go.mod')}`);
  return new Map([...placed].map(([path, node]) => [path, {...node, mode: modeOf(path, node)}]));
}

function modeOf(path: string, {type, mode}: Node): number {
  if (type !== 'file') return mode;
  return EXECUTABLE.test(path) ? 0o755 : 0o644;
}

/** As in the release archive. */
const EXECUTABLE = /^usr\/local\/go\/(?:bin\/|pkg\/tool\/|lib\/wasm\/go_)|\.(?:sh|bash|pl|rc)$/;

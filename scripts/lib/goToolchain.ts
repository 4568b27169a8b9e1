import path from 'node:path';
import {execa} from 'execa';
import {cacheFolder} from '../../plugins/base-images/src/cacheFolder';
import {atomicDirectory, exists} from '../../plugins/base-images/src/machine/atomic';
import {withLock} from '../../plugins/base-images/src/machine/lock';
import {makeLayer} from '../../plugins/base-images/src/make/layer';
import {GO_RELEASES} from '../../plugins/base-images/src/recipe/golang';
import {platformOf} from '../../plugins/base-images/src/recipe/platform';
import {REVISIONS} from '../../plugins/base-images/src/recipe/revisions';

/** A `go` command, and the environment that makes it the wanted release. */
export interface Go {
  command: string;
  env: Readonly<Record<string, string>>;
}

/**
 * The Go that most examples are built with: unpacked from the layer of the rebuilt bases, which any Go of this machine
 * fetches. Where those can't be made, the machine's own Go is told to fetch and become it, which takes 1.21 or later.
 */
export async function currentGo(signal: AbortSignal): Promise<Go> {
  const {version, sum} = GO_RELEASES['1.27'];
  if (process.platform !== 'linux' || process.arch !== 'x64') {
    return {command: 'go', env: {GOTOOLCHAIN: `go${version}`}};
  }
  const cache = cacheFolder();
  const home = path.join(cache, 'go', version);
  await withLock(`${home}.lock`, signal, async () => {
    if (await exists(home)) return;
    const onProgress = (line: string) => process.stdout.write(`${line}\n`);
    const workshop = {cache, platform: platformOf('linux/amd64'), signal, onProgress};
    const {tar} = await makeLayer({kind: 'go', revision: REVISIONS.go, version, sum}, workshop);
    await atomicDirectory(cache, home, async (folder) => {
      await execa('tar', ['--extract', '--file', tar, '--directory', folder], {cancelSignal: signal});
    });
  });
  return {command: path.join(home, 'usr/local/go/bin/go'), env: {GOTOOLCHAIN: 'local'}};
}

import {createHash} from 'node:crypto';
import {discoverExamples} from '../../../../verified-examples/src/example/collect/discover';
import {refuseInvalid} from '../../../../verified-examples/src/proof/collection';
import type {CopyRevision} from '../../../../../src/copies/model';
import {isDockerfileName} from '../dockerfiles';

/**
 * The examples as they lie on disk, as if each had just been published.
 *
 * @param siteDir - Absolute path of the site
 * @param examplesPath - Folder of the examples, relative to the site
 * @throws ProblemsError if an example is not valid
 */
export function revisionsFromExamples(siteDir: string, examplesPath: string): CopyRevision[] {
  const {examples, problems} = discoverExamples(siteDir, examplesPath);
  refuseInvalid(problems);
  return examples.map(({id, manifest, context}): CopyRevision => {
    const files = context
      .filter(({path}) => isDockerfileName(path))
      .map(({path, bytes}) => ({path, sha256: sha256(bytes), text: Buffer.from(bytes).toString('utf8')}));
    return {
      address: `/x/${id}@${sha256(JSON.stringify(files)).slice(0, 12)}`,
      title: manifest.title,
      kind: manifest.recipe === undefined ? 'example' : 'recipe',
      state: {is: 'current'},
      files,
    };
  });
}

function sha256(data: Uint8Array | string): string {
  return createHash('sha256').update(data).digest('hex');
}

import {expect, it} from 'vitest';
import {OFFLINE_COMPILER} from '../../../../../base-images/src/approximations';
import {hello, only, proofOf} from '../../../__tests__/fixtures';
import type {Proof} from '../../../proof/model/receipt';
import {notesOn} from '../proof';

const PROOF = proofOf(only(hello()));

function on(provenance: 'rebuilt' | 'registry'): Proof {
  return {
    ...PROOF,
    bases: [
      {
        ref: 'golang:1.27-alpine3.23',
        identity: `sha256:${'0'.repeat(64)}`,
        content: '',
        provenance,
        approximations: provenance === 'rebuilt' ? [OFFLINE_COMPILER] : [],
      },
    ],
  };
}

it('says beside a snippet what a rebuilt base changes for its lines, and for no others', () => {
  expect(notesOn('RUN apk add --no-cache gcc musl-dev', [on('rebuilt')])).toEqual([
    "apk add gcc gave Debian's gcc 14 with musl's headers, not Alpine's gcc 15",
  ]);
  expect(notesOn('RUN apk add --no-cache \\\n    gcc musl-dev', [on('rebuilt')])).toHaveLength(1);
  expect(notesOn('# apk add gcc\nRUN apk add --no-cache git', [on('rebuilt')])).toEqual([]);
  expect(notesOn('RUN apk add --no-cache gcc musl-dev', [on('registry')])).toEqual([]);
});

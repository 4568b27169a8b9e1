import {expect, it} from 'vitest';
import {hello, identity, MANIFEST, only, proofOf} from '../../../__tests__/fixtures';
import {standingsOf} from '../../../proof/gate/state';
import {RECEIPT_SCHEMA} from '../../../proof/model/receipt';
import {Addresses} from '../../publish/addresses';
import {seal} from '../../../proof/receipt/seal';
import {proofView} from '../proof';
import {transcriptViews} from '../transcript';

it("shows the manifest's title of a scenario, not the one that its proof was made with", () => {
  const example = only(hello({'examples/hello/example.yaml': MANIFEST}));
  const made = proofOf(example);
  const older = {...made, scenarios: made.scenarios.map((run) => ({...run, title: 'Older words'}))};
  const proof = seal(example.id, older);
  const read = {
    receipt: {schema: RECEIPT_SCHEMA as typeof RECEIPT_SCHEMA, example: example.id, proofs: [proof]},
  };
  const now = new Date(made.provedAt);
  const context = {
    collection: {
      ...{examples: [example], receipts: new Map([[example.id, read]])},
      ...{standings: standingsOf(example, read, {identity, now, expiresAfterDays: 90})},
      ...{twins: [], identity, notReproduced: []},
    },
    addresses: new Addresses('examples'),
  };
  const [scenario] = example.manifest.scenarios;
  if (scenario === undefined) throw new Error('no scenario');
  expect(proofView(example, proof, context).scenarios.map(({title}) => title)).toEqual([scenario.title]);
  expect(transcriptViews(example, scenario.id, undefined, context).map(({title}) => title)).toEqual([
    scenario.title,
  ]);
});

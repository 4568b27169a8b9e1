import type {ReactNode} from 'react';
import {bytesInWords} from '../../client/words/bytes';
import {goInWords, provenanceInWords, userInWords} from '../../client/words/facts';
import {dayInWords} from '../../client/words/moments';
import type {ProofView, StateView} from '../../model/views';
import Hidden from '../Hidden';
import StateBadge from '../StateBadge';

interface Props {
  state: StateView;
  proof: ProofView | undefined;
}

/** State, date, and the four facts one decides by (linkage, user, size, Go version), then where it was proved. */
export default function ProofSummary({state, proof}: Props): ReactNode {
  return (
    <>
      <StateBadge state={state.state} />
      {proof !== undefined && (
        <>
          <time dateTime={proof.provedAt}>{dayInWords(proof.provedAt)}</time>
          {factsOf(proof).map(({name, value}) => (
            <span key={name}>
              <Hidden>{name}: </Hidden>
              {value}
            </span>
          ))}
        </>
      )}
    </>
  );
}

interface Fact {
  name: string;
  value: string;
}

function factsOf(proof: ProofView): Fact[] {
  const {build, linkage, imageSize, goVersion} = proof;
  const facts: {name: string; value: string | null}[] = [
    {name: 'Build', value: build.outcome === 'failure' ? 'build fails' : null},
    {name: 'Linkage', value: linkage},
    {name: 'User', value: userInWords(proof)},
    {name: 'Image size', value: imageSize === null ? null : bytesInWords(imageSize)},
    {name: 'Go version', value: goVersion === null ? null : goInWords(goVersion)},
    {name: 'Platform', value: proof.platform.replace(/^linux\//, '')},
    {name: 'Provenance', value: provenanceInWords(proof.provenance)},
  ];
  return facts.filter((fact): fact is Fact => fact.value !== null);
}

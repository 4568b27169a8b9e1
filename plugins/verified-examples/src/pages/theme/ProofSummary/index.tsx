import type {ReactNode} from 'react';
import {formatBytes} from '../../client/format/bytes';
import {formatGo, formatProvenance, formatUser} from '../../client/format/facts';
import {formatDay} from '../../client/format/moments';
import type {ProofView, StateView} from '../../model/views';
import Hidden from '../Hidden';
import StateBadge from '../StateBadge';

interface Props {
  state: StateView;
  /** One a platform; the first is summed up, and the state is that of all. */
  proofs: readonly ProofView[];
}

/** State, date, and the four facts one decides by (linkage, user, size, Go version), then where it was proved. */
export default function ProofSummary({state, proofs}: Props): ReactNode {
  const [proof] = proofs;
  return (
    <>
      <StateBadge state={state.state} />
      {proof !== undefined && (
        <>
          <time dateTime={proof.provedAt}>{formatDay(proof.provedAt)}</time>
          {factsOf(proof, proofs).map(({name, value}) => (
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

function factsOf(proof: ProofView, proofs: readonly ProofView[]): Fact[] {
  const {build, linkage, imageSize, goVersion} = proof;
  const platforms = new Set(proofs.map(({platform}) => platform.replace(/^linux\//, '')));
  const facts: {name: string; value: string | null}[] = [
    {name: 'Build', value: build.outcome === 'failure' ? 'build fails' : null},
    {name: 'Linkage', value: linkage},
    {name: 'User', value: formatUser(proof)},
    {name: 'Image size', value: imageSize === null ? null : formatBytes(imageSize)},
    {name: 'Go version', value: goVersion === null ? null : formatGo(goVersion)},
    {name: platforms.size === 1 ? 'Platform' : 'Platforms', value: [...platforms].join(', ')},
    {name: 'Provenance', value: formatProvenance(proof.provenance)},
  ];
  return facts.filter((fact): fact is Fact => fact.value !== null);
}

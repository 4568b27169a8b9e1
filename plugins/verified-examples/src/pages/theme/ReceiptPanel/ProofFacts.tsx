import type {ReactNode} from 'react';
import {formatBytes} from '../../client/format/bytes';
import {formatGo, formatUser} from '../../client/format/facts';
import {formatMoment} from '../../client/format/moments';
import type {ProofView} from '../../model/views';
import BaseLine from './BaseLine';
import BinaryLine from './BinaryLine';
import ScenarioList from './ScenarioList';
import styles from './styles.module.css';

/** The facts of one proof as a list of terms. */
export default function ProofFacts({proof}: {proof: ProofView}): ReactNode {
  const {build, engine} = proof;
  const image = [
    proof.imageSize === null ? null : formatBytes(proof.imageSize),
    formatUser(proof),
    proof.goVersion === null ? null : formatGo(proof.goVersion),
    proof.platform,
  ].filter((fact) => fact !== null);
  return (
    <dl className={styles.facts}>
      <Fact term="Proved">
        <time dateTime={proof.provedAt}>{formatMoment(proof.provedAt)}</time>
      </Fact>
      {proof.scenarios.length > 0 && (
        <Fact term="Scenarios">
          <ScenarioList scenarios={proof.scenarios} />
        </Fact>
      )}
      <Fact term="Build">{build.outcome === 'failure' ? 'fails, as it must' : 'succeeds'}</Fact>
      <Fact term="Bases">
        <ul>
          {proof.bases.map((base) => (
            <BaseLine key={`${base.ref} ${base.platform ?? ''}`} base={base} />
          ))}
        </ul>
      </Fact>
      {build.outcome === 'success' && <Fact term="Image">{image.join(', ')}</Fact>}
      {proof.binary !== null && (
        <Fact term="Binary">
          <BinaryLine binary={proof.binary} linkage={proof.linkage} />
        </Fact>
      )}
      <Fact term="Engine">
        {`${engine.name === 'docker' ? 'Docker' : 'Podman'} ${engine.version}, ${engine.builder}, ${engine.runtime}`}
      </Fact>
      <Fact term="Key">
        <code className={styles.identity}>{proof.key}</code>
      </Fact>
      <Fact term="Repeat it">
        <code>{proof.repeat}</code>
      </Fact>
    </dl>
  );
}

function Fact({term, children}: {term: string; children: ReactNode}): ReactNode {
  return (
    <>
      <dt>{term}</dt>
      <dd>{children}</dd>
    </>
  );
}

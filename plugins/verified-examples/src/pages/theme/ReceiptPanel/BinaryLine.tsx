import type {ReactNode} from 'react';
import {formatBytes} from '../../client/format/bytes';
import type {ProofView} from '../../model/views';
import styles from './styles.module.css';

interface Props {
  binary: NonNullable<ProofView['binary']>;
  linkage: ProofView['linkage'];
}

/** The program: how it is linked, what it needs at run time, and whether a second build gave the same bytes. */
export default function BinaryLine({binary, linkage}: Props): ReactNode {
  const facts = [
    linkage,
    binary.interpreter === null ? 'no interpreter' : `interpreter ${binary.interpreter}`,
    binary.needed.length === 0 ? 'nothing needed' : `needs ${binary.needed.join(', ')}`,
    binary.glibcRequired === null ? null : `glibc ${binary.glibcRequired} or newer`,
    formatBytes(binary.size),
  ].filter((fact) => fact !== null);
  const again = formatRebuild(binary.reproducible);
  return (
    <>
      <code>{binary.path}</code> {facts.join(', ')}
      <br />
      <code className={styles.identity}>sha256:{binary.sha256.replace(/^sha256:/, '')}</code>
      {again !== null && (
        <>
          <br />
          {again}
        </>
      )}
    </>
  );
}

/** Null where no second build was tried: nothing can be said. */
function formatRebuild(reproducible: boolean | null): string | null {
  if (reproducible === null) return null;
  return reproducible
    ? 'a second clean build gave the same bytes; yours should match'
    : 'a second clean build gave other bytes';
}

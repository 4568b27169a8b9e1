import type {ReactNode} from 'react';
import SectionHeading from '../../client/site/SectionHeading';
import type {MatrixView} from '../../model/matrixViews';
import MatrixTable from '../MatrixTable';

/** All runs at a glance, of an example that has a matrix. */
export default function MatrixSection({matrix}: {matrix: MatrixView | null}): ReactNode {
  if (matrix === null) return null;
  return (
    <>
      <SectionHeading level="h2" id="matrix">
        Matrix
      </SectionHeading>
      <MatrixTable view={matrix} />
    </>
  );
}

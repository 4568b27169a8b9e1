import type {ReactNode} from 'react';
import SectionHeading from '../../client/site/SectionHeading';
import {READ_WITH} from '../../../proof/model/readWith';
import type {ImageFactsView} from '../../model/views';
import FactsTable from '../FactsTable';
import ScrollFrame from '../ScrollFrame';
import {imageFacts} from './imageFacts';
import styles from './styles.module.css';

/** The finished images as inspected, variants beside each other. */
export default function ImageSection({images}: {images: ImageFactsView[]}): ReactNode {
  if (images.length === 0) return null;
  const head = images.map(({variant, platform}) =>
    images.length === 1 ? 'Found' : `${variant.title}, ${platform.replace(/^linux\//, '')}`,
  );
  return (
    <>
      <SectionHeading level="h2" id="image">
        Image
      </SectionHeading>
      <ScrollFrame label="Facts of the image">
        <FactsTable
          label="Facts of the image"
          head={['Fact', ...head]}
          rows={imageFacts(images.map(({image}) => image)).map(({name, values}) => ({
            key: name,
            cells: [name, ...values],
          }))}
          phone="table"
        />
      </ScrollFrame>
      <ReadWith />
    </>
  );
}

/** The tools, for a reader who wants to measure again. */
function ReadWith(): ReactNode {
  return (
    <details className={styles.other}>
      <summary>What each was read with</summary>
      <dl className={styles.tools}>
        {READ_WITH.map(([facts, how]) => (
          <div key={facts}>
            <dt>{facts}</dt>
            <dd>{how}</dd>
          </div>
        ))}
      </dl>
    </details>
  );
}

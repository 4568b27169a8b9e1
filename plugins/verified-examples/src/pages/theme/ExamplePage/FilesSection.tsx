import type {ReactNode} from 'react';
import FileLink from '../../client/site/FileLink';
import SectionHeading from '../../client/site/SectionHeading';
import {formatBytes} from '../../client/format/bytes';
import type {FileSum, ProofCardView} from '../../model/views';
import FactsTable from '../FactsTable';
import styles from './styles.module.css';

interface Props {
  card: ProofCardView;
  files: FileSum[];
}

/** Everything to take away, each with its checksum. */
export default function FilesSection({card: {variants}, files}: Props): ReactNode {
  const zips = variants.filter(
    ({zip}, index) => variants.findIndex((variant) => variant.zip.href === zip.href) === index,
  );
  return (
    <>
      <SectionHeading level="h2" id="files">
        Files and checksums
      </SectionHeading>
      <FactsTable
        label="Files and checksums"
        head={['File', 'Size', 'SHA-256']}
        rows={[
          ...zips.map(({title, zip}) => ({
            key: zip.href,
            cells: [
              <FileLink key="zip" href={zip.href} download>
                {zips.length > 1 ? `All as a zip, ${title}` : 'All as a zip'}
              </FileLink>,
              formatBytes(zip.bytes),
              <Sum key="sum" text={zip.sha256} />,
            ],
          })),
          ...files.map(({path, bytes, sha256, rawHref}) => ({
            key: path,
            cells: [
              <FileLink key="raw" href={rawHref}>
                {path}
              </FileLink>,
              formatBytes(bytes),
              <Sum key="sum" text={sha256} />,
            ],
          })),
        ]}
      />
    </>
  );
}

function Sum({text}: {text: string}): ReactNode {
  return <code className={styles.digest}>{text}</code>;
}

import type {ReactNode} from 'react';
import SectionHeading from '../../client/site/SectionHeading';
import type {ExamplePageView} from '../../model/views';
import FactsTable from '../FactsTable';
import styles from './styles.module.css';

type Base = ExamplePageView['bases'][number];

/** What the images were built from: identity, content and provenance of each base. */
export default function BasesSection({bases}: {bases: Base[]}): ReactNode {
  if (bases.length === 0) return null;
  const platforms = new Set(bases.map(({platform}) => platform));
  return (
    <>
      <SectionHeading level="h2" id="bases">
        Bases
      </SectionHeading>
      <FactsTable
        label="Bases"
        head={['Base', 'Provenance', 'Identity', 'Content', 'Known differences']}
        rows={bases.map((base) => ({
          key: `${base.ref} ${base.identity}`,
          cells: [
            <Name key="ref" base={base} withPlatform={platforms.size > 1} />,
            base.provenance === 'rebuilt' ? 'rebuilt from its packages' : 'pulled by digest',
            <Digest key="identity" text={base.identity} />,
            <Digest key="content" text={base.content} />,
            <Differences key="differences" texts={base.approximations} />,
          ],
        }))}
      />
    </>
  );
}

function Name({base: {ref, platform}, withPlatform}: {base: Base; withPlatform: boolean}): ReactNode {
  return (
    <>
      <code>{ref}</code>
      {withPlatform && platform !== undefined && `, ${platform.replace(/^linux\//, '')}`}
    </>
  );
}

function Digest({text}: {text: string}): ReactNode {
  return <code className={styles.digest}>{text}</code>;
}

function Differences({texts}: {texts: string[]}): ReactNode {
  if (texts.length === 0) return 'none known';
  return (
    <ul className={styles.plain}>
      {texts.map((text) => (
        <li key={text}>{text}</li>
      ))}
    </ul>
  );
}

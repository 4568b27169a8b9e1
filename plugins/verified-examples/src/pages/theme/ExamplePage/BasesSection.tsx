import type {ReactNode} from 'react';
import {formatUpstream} from '../../client/format/upstream';
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
        head={['Base', 'Provenance', 'Known differences']}
        rows={bases.map((base) => ({
          key: `${base.ref} ${base.identity}`,
          cells: [
            <Name key="ref" base={base} withPlatform={platforms.size > 1} />,
            base.provenance === 'rebuilt' ? 'rebuilt from its packages' : 'pulled by digest',
            <Differences key="differences" texts={base.approximations} />,
          ],
          below: (
            <>
              <Digests base={base} />
              <Upstream base={base} />
            </>
          ),
        }))}
      />
    </>
  );
}

function Name({
  base: {ref, platform, standIn},
  withPlatform,
}: {
  base: Base;
  withPlatform: boolean;
}): ReactNode {
  return (
    <>
      {standIn === null ? <code>{ref}</code> : `${standIn}, standing in for ${ref}`}
      {withPlatform && platform !== undefined && `, ${platform.replace(/^linux\//, '')}`}
    </>
  );
}

/** Long, and read by few: a line of their own. */
function Digests({base: {identity, content}}: {base: Base}): ReactNode {
  return (
    <dl className={styles.digests}>
      <dt>Identity</dt>
      <dd>
        <code className={styles.digest}>{identity}</code>
      </dd>
      <dt>Content</dt>
      <dd>
        <code className={styles.digest}>{content}</code>
      </dd>
    </dl>
  );
}

/** It changes from day to day, so no revision of a page is made of it: `data-screen`. */
function Upstream({base: {upstream}}: {base: Base}): ReactNode {
  return (
    <dl className={styles.digests} data-screen>
      <dt>Upstream</dt>
      <dd>{formatUpstream(upstream)}</dd>
    </dl>
  );
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

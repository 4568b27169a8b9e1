import {usePluginData} from '@docusaurus/useGlobalData';
import {formatDay} from '@site/plugins/verified-examples/src/pages/client/format/moments';
import type {SiteCounts} from '@site/plugins/verified-examples/src/pages/model/views';
import type {ReactNode} from 'react';
import {formatCounts} from './formatCounts';

/** How much is proved, counted from the receipts. */
export default function Counts(): ReactNode {
  const counts = usePluginData('verified-examples', undefined, {failfast: true}) as SiteCounts;
  const {lastVerified} = counts;
  return (
    <p className="small">
      {formatCounts(counts).join(' · ')}
      {lastVerified !== null && (
        <>
          {' · '}last verified <time dateTime={lastVerified}>{formatDay(lastVerified)}</time>
        </>
      )}
    </p>
  );
}

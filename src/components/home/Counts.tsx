import {usePluginData} from '@docusaurus/useGlobalData';
import {dayInWords} from '@site/plugins/verified-examples/src/pages/client/words/moments';
import type {SiteCounts} from '@site/plugins/verified-examples/src/pages/model/views';
import type {ReactNode} from 'react';
import {countsInWords} from './countsInWords';

/** How much is proved, counted from the receipts. */
export default function Counts(): ReactNode {
  const counts = usePluginData('verified-examples', undefined, {failfast: true}) as SiteCounts;
  const {lastVerified} = counts;
  return (
    <p className="small">
      {countsInWords(counts).join(' · ')}
      {lastVerified !== null && (
        <>
          {' · '}last verified <time dateTime={lastVerified}>{dayInWords(lastVerified)}</time>
        </>
      )}
    </p>
  );
}

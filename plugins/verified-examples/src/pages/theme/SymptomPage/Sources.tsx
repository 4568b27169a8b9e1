import type {ReactNode} from 'react';
import SectionHeading from '../../client/site/SectionHeading';
import type {Source} from '../../model/symptomViews';

/** Where else it is described. */
export default function Sources({sources}: {sources: Source[]}): ReactNode {
  if (sources.length === 0) return null;
  return (
    <>
      <SectionHeading level="h2" id="sources">
        Sources
      </SectionHeading>
      <ul>
        {sources.map(({title, url}) => (
          <li key={url}>
            <a href={url}>{title}</a>
          </li>
        ))}
      </ul>
    </>
  );
}

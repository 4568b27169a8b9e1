import type {ReactNode} from 'react';
import SectionHeading from '../../client/site/SectionHeading';
import SiteLink from '../../client/site/SiteLink';
import {reportAddress} from '../../client/site/reportAddress';
import {useRepository} from '../../client/site/useRepository';

/** What to do with a message that no page has. */
export default function Missing(): ReactNode {
  const repository = useRepository();
  return (
    <section aria-labelledby="missing">
      <SectionHeading level="h2" id="missing">
        Your message is not here
      </SectionHeading>
      <p>
        Look for its fixed words rather than for your own paths, names and versions. If none of the pages
        fits, <SiteLink href="/playbooks">start from what you see</SiteLink>
        {repository === undefined ? (
          '.'
        ) : (
          <>
            , and <a href={reportAddress(repository)}>report the message</a>, with what printed it and the
            image it ran in.
          </>
        )}
      </p>
    </section>
  );
}

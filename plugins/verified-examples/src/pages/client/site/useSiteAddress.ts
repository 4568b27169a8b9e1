import useDocusaurusContext from '@docusaurus/useDocusaurusContext';
import {useEffect, useState} from 'react';

/**
 * Makes whole addresses of site paths: of the configured site in the built page, of the site that it is really read from as
 * soon as the page runs, so that a command copied from a mirror fetches from the mirror.
 */
export function useSiteAddress(): (path: string) => string {
  const {
    siteConfig: {url, baseUrl},
  } = useDocusaurusContext();
  const [origin, setOrigin] = useState(url);
  useEffect(() => {
    setOrigin(window.location.origin);
  }, []);
  return (path) => `${origin}${baseUrl}${path.slice(1)}`;
}

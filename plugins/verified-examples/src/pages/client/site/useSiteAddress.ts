import useDocusaurusContext from '@docusaurus/useDocusaurusContext';

/** Makes whole addresses of site paths, of the configured site; a browser names its own (client/nameOrigin). */
export function useSiteAddress(): (path: string) => string {
  const {
    siteConfig: {url, baseUrl},
  } = useDocusaurusContext();
  return (path) => `${url}${baseUrl}${path.slice(1)}`;
}

import useDocusaurusContext from '@docusaurus/useDocusaurusContext';

/** @returns The address of the site's repository, from `customFields.repository`; undefined: it has none */
export function useRepository(): string | undefined {
  const {repository} = useDocusaurusContext().siteConfig.customFields ?? {};
  return typeof repository === 'string' ? repository : undefined;
}

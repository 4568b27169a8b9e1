import {createElement, Fragment, type ReactNode} from 'react';
import {vi} from 'vitest';

interface LinkProps {
  href: string;
  children?: ReactNode;
}

// The site's own parts exist only inside a build of it: links become plain ones, the frame is left out.
vi.mock('../../client/site/SiteLink', () => ({default: plainLink}));
vi.mock('../../client/site/FileLink', () => ({default: plainLink}));
vi.mock('../../client/site/useAnchor', () => ({useAnchor: vi.fn()}));
vi.mock('../../client/site/useSiteAddress', () => ({
  useSiteAddress: () => (path: string) => `https://guide.test${path}`,
}));
vi.mock('../../client/cite/siteBase', () => ({
  siteBase: () => 'https://guide.test/',
  withBase: (path: string) => path,
}));
vi.mock('@docusaurus/router', () => ({useLocation: () => ({pathname: '/page'})}));
vi.mock('@docusaurus/useDocusaurusContext', () => ({
  default: () => ({siteConfig: {url: 'https://guide.test'}}),
}));
vi.mock('../../client/site/useRepository', () => ({useRepository: () => undefined}));
vi.mock('../../client/site/PageLayout', () => ({
  default: ({children}: {children: ReactNode}) => createElement(Fragment, null, children),
}));
vi.mock('../../client/site/SectionHeading', () => ({
  default: ({level, id, children}: {level: string; id: string; children: ReactNode}) =>
    createElement(level, {id}, children),
}));

function plainLink(props: LinkProps): ReactNode {
  return createElement('a', props);
}

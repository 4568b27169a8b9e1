import useBaseUrl from '@docusaurus/useBaseUrl';
import type {ComponentProps, ReactNode} from 'react';

type Props = Omit<ComponentProps<'a'>, 'href'> & {href: string};

/** A link to a file beside the pages (raw text, zip): no route of the site, so no client-side navigation. */
export default function FileLink({href, ...rest}: Props): ReactNode {
  return <a href={useBaseUrl(href)} {...rest} />;
}

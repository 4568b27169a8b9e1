import StockLink from '@theme/MDXComponents/A';
import type {ComponentProps, ReactNode} from 'react';
import FileLink from '../../client/site/FileLink';

/** Docusaurus's mark for what is on the site and no route of it. */
const BESIDE = 'pathname://';

/** A link in a guide. One to a permanent address, which is no route, opens in the same window as all others do. */
export default function TextLink({href = '', ...rest}: ComponentProps<'a'>): ReactNode {
  return href.startsWith(BESIDE) ? (
    <FileLink href={href.slice(BESIDE.length)} {...rest} />
  ) : (
    <StockLink href={href} {...rest} />
  );
}

import Defaults from '@theme-init/MDXComponents';
import type {ComponentProps, ComponentType, ReactNode} from 'react';
import FileLink from '../../client/site/FileLink';

const DefaultLink = (Defaults as {a: ComponentType<ComponentProps<'a'>>}).a;
/** Docusaurus's mark for what is on the site and no route of it. */
const BESIDE = 'pathname://';

/** A link in a guide. One to a permanent address, which is no route, opens in the same window as all others do. */
export default function TextLink({href = '', ...rest}: ComponentProps<'a'>): ReactNode {
  return href.startsWith(BESIDE) ? (
    <FileLink href={href.slice(BESIDE.length)} {...rest} />
  ) : (
    <DefaultLink href={href} {...rest} />
  );
}

import Link from '@docusaurus/Link';
import type {ComponentProps, ReactNode} from 'react';

type Props = Omit<ComponentProps<'a'>, 'href' | 'ref' | 'className' | 'style'> & {
  href: string;
  className?: string | undefined;
};

/** A link to a page of this site; broken ones stop the build. */
export default function SiteLink({href, className, ...rest}: Props): ReactNode {
  return <Link to={href} {...(className !== undefined && {className})} {...rest} />;
}

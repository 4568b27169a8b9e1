import type {ReactNode} from 'react';
import SiteLink from '../../client/site/SiteLink';
import styles from './styles.module.css';

interface Props {
  /** Pages above this one, outermost first. */
  trail: {label: string; href: string}[];
  here: string;
}

/** The way back. */
export default function Breadcrumbs({trail, here}: Props): ReactNode {
  return (
    <nav aria-label="Breadcrumbs" className={styles.breadcrumbs}>
      <ol>
        {trail.map(({label, href}) => (
          <li key={href}>
            <SiteLink href={href}>{label}</SiteLink>
          </li>
        ))}
        <li aria-current="page">{here}</li>
      </ol>
    </nav>
  );
}

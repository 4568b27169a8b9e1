import type {ReactNode} from 'react';
import type {Page} from '../../../../../src/find/pages';
import SiteLink from '../../../../verified-examples/src/pages/client/site/SiteLink';
import {byKind} from '../../client/byKind';
import styles from './styles.module.css';

/** Pages that have the words, by what they are. */
export default function Pages({pages}: {pages: readonly Page[]}): ReactNode {
  return byKind(pages).map(({label, pages: some}) => (
    <section key={label} aria-label={label} className={styles.pages}>
      <h2 className={styles.heading}>{label}</h2>
      <ul>
        {some.map(({href, title, heading}) => (
          <li key={href}>
            <SiteLink href={href}>{title}</SiteLink>
            {heading !== undefined && <span>{heading}</span>}
          </li>
        ))}
      </ul>
    </section>
  ));
}

import type {ReactNode} from 'react';
import SiteLink from '../../client/site/SiteLink';
import {formatSeconds} from '../../client/format/seconds';
import type {ScenarioLine} from '../../model/views';
import Hidden from '../Hidden';
import styles from './styles.module.css';

/** A receipt holds only scenarios whose expectations were met: each gets its tick. */
export default function ScenarioList({scenarios}: {scenarios: ScenarioLine[]}): ReactNode {
  return (
    <ul className={styles.scenarios}>
      {scenarios.map(({id, title, seconds, href}) => (
        <li key={id}>
          <Hidden>Passed: </Hidden>
          <SiteLink href={href}>{title}</SiteLink> <small>{formatSeconds(seconds)}</small>
        </li>
      ))}
    </ul>
  );
}

import Link from '@docusaurus/Link';
import type {ReactNode} from 'react';
import {DECIDE, EXAMPLES, FIX, UNDERSTAND} from './addresses';
import styles from './Doors.module.css';

const DOORS = [
  {to: DECIDE, name: 'Decide', what: 'cgo or not, and which base image'},
  {to: UNDERSTAND, name: 'Understand', what: 'Loaders, resolvers, musl and glibc'},
  {to: FIX, name: 'Fix', what: 'From an error text to its cause and a fix'},
  {to: EXAMPLES, name: 'Examples', what: 'Dockerfiles to copy, built and run as they stand'},
];

export default function Doors(): ReactNode {
  return (
    <nav className={styles.doors} aria-label="Parts of the guide">
      {DOORS.map(({to, name, what}) => (
        <Link key={to} to={to} className={styles.door ?? ''}>
          <b>{name}</b>
          <span>{what}</span>
        </Link>
      ))}
    </nav>
  );
}

import Link from '@docusaurus/Link';
import {useSiteCounts} from '@site/plugins/verified-examples/src/pages/client/site/useSiteCounts';
import type {ReactNode} from 'react';
import {FIX, PLAYBOOKS} from './addresses';
import styles from './Hero.module.css';

export default function Hero(): ReactNode {
  const {symptoms} = useSiteCounts();
  return (
    <header className={styles.hero}>
      <h1>Go, C and the image that carries them</h1>
      <p className="lead">
        Which linkage, which resolver, which base image. Every Dockerfile and output here comes from a
        container that was built and run; numbers are measured there, or link their source.
      </p>
      <p className={styles.broken}>
        <b>Something is broken?</b> <Link to={FIX}>Find its text among {symptoms} symptoms</Link>
        <Link to={PLAYBOOKS}>No text: start from the situation</Link>
      </p>
    </header>
  );
}

import Link from '@docusaurus/Link';
import FindBox from '@site/plugins/find/src/theme/FindBox';
import {useSiteCounts} from '@site/plugins/verified-examples/src/pages/client/site/useSiteCounts';
import type {ReactNode} from 'react';
import {FIX, PLAYBOOKS} from './addresses';
import styles from './Hero.module.css';

export default function Hero(): ReactNode {
  const {symptoms} = useSiteCounts();
  return (
    <header className={styles.hero}>
      <h1>Go in containers: cgo, DNS and base images</h1>
      <p className="lead">
        For everybody who builds Go programs into images, or is paged when one does not start. Every
        Dockerfile and output here comes from a container that was built and run; numbers are measured there,
        or link their source.
      </p>
      <FindBox />
      <p className={styles.broken}>
        <Link to={FIX}>All {symptoms} error messages</Link>
        <Link to={PLAYBOOKS}>No message? Start from what you see</Link>
      </p>
    </header>
  );
}

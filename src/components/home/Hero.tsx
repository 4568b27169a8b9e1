import type {ReactNode} from 'react';
import styles from './Hero.module.css';

export default function Hero(): ReactNode {
  return (
    <header className={styles.hero}>
      <h1>Go, C and the image that carries them</h1>
      <p className="lead">
        Which linkage, which resolver, which base image. Every Dockerfile, error text and number here comes
        from a container that was built and run.
      </p>
    </header>
  );
}

import Layout from '@theme/Layout';
import type {ReactNode} from 'react';
import Counts from '../components/home/Counts';
import Decision from '../components/home/Decision';
import Doors from '../components/home/Doors';
import Hero from '../components/home/Hero';
import styles from './index.module.css';

const DESCRIPTION =
  'Which linkage, which resolver, which base image: every Dockerfile and output comes from a container that was built and run; numbers are measured there, or link their source.';

export default function Home(): ReactNode {
  return (
    <Layout title="Go, C and the image that carries them" description={DESCRIPTION}>
      <main className={styles.home}>
        <Hero />
        <Decision />
        <Doors />
        <Counts />
      </main>
    </Layout>
  );
}

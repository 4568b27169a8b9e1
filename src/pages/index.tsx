import inTurn from '@site/plugins/verified-examples/src/pages/client/site/inTurn';
import Kept from '@site/plugins/verified-examples/src/pages/theme/Kept';
import Layout from '@theme/Layout';
import type {ReactNode} from 'react';
import Decision from '../components/decision/Decision';
import Counts from '../components/home/Counts';
import Doors from '../components/home/Doors';
import Hero from '../components/home/Hero';
import styles from './index.module.css';

const DESCRIPTION =
  'Does a Go program need cgo, which resolver looks names up, which base image fits? Every Dockerfile and output comes from a container that was built and run.';

function Content(): ReactNode {
  return (
    <main className={styles.home}>
      <Hero />
      <section className={styles.decision} aria-labelledby="decision">
        <h2 id="decision">Which Dockerfile for your program?</h2>
        <Kept id="decision" view={__HAS_VIEWS__ ? {} : undefined}>
          {__HAS_VIEWS__ ? () => <Decision /> : undefined}
        </Kept>
      </section>
      <Doors />
      <Counts />
    </main>
  );
}

const InTurn = inTurn(Content);

export default function Home(): ReactNode {
  return (
    <Layout title="Go in containers: cgo, DNS and base images" description={DESCRIPTION}>
      <InTurn />
    </Layout>
  );
}

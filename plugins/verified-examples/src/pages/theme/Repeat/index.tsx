import type {ReactNode} from 'react';
import {fetchCommands} from '../../client/fetchCommands';
import FileLink from '../../client/site/FileLink';
import SiteLink from '../../client/site/SiteLink';
import {useSiteAddress} from '../../client/site/useSiteAddress';
import type {RepeatView} from '../../model/views';
import Command from '../Command';
import styles from './styles.module.css';

/** How the images of a page are fetched and built, each example once; what runs on them is beside each output. */
export default function Repeat({view}: {view: RepeatView}): ReactNode {
  const address = useSiteAddress();
  return view.map(({example, state, zip, script, builds, saysBuilder}) => (
    <section key={example.id} className={styles.repeat} data-repeat={example.id}>
      <p>
        <SiteLink href={example.href}>{example.title}</SiteLink>:
      </p>
      <Command
        commands={[...fetchCommands(address(zip), example.id), ...builds]}
        label={`Fetch and build ${example.id}`}
        proof={state.state}
        example={example}
      />
      {saysBuilder && (
        <p className={styles.all}>
          <code>BUILDPLATFORM</code> and <code>BUILDARCH</code> have an amd64 machine emulate the build stage.
          On arm64 Docker sets both itself: leave them out. Emulated, the build takes many times as long, so{' '}
          <code>reproduce.sh</code> does it only when <code>--variant</code> names it.
        </p>
      )}
      <p className={styles.all}>
        <code>sh reproduce.sh</code> in that folder repeats every recorded run of the example and compares (
        <FileLink href={script}>read it first</FileLink>).
      </p>
    </section>
  ));
}

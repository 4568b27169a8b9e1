import type {ReactNode} from 'react';
import {formatDay} from '../../client/format/moments';
import {useAnchor} from '../../client/site/useAnchor';
import type {CaseWordsView, WordingView} from '../../model/wordViews';
import StateBadge from '../StateBadge';
import styles from './styles.module.css';

const PLACES: Readonly<Record<WordingView['place'], string>> = {
  command: 'printed by the command',
  log: 'in the log of the container',
  message: 'as kubectl describe shows it',
};

/** A failure in the words of every engine, folded: the cause stands out, what an engine adds is dimmed. */
export default function Words({view}: {view: CaseWordsView}): ReactNode {
  const {id, title, wordings, silent, asked, state, provedAt} = view;
  useAnchor(id);
  return (
    <details className={styles.words} id={id}>
      <summary>
        <span className={styles.title}>{title}</span>
        <span className={styles.count}>
          {asked} engines, {wordings.length === 0 ? 'no words' : counted(wordings.length)}
        </span>
      </summary>
      {wordings.map(({engines, exit, place, before, core, after}, index) => (
        // Wordings never change their order, and two can differ in their exit code alone.
        <div key={index} className={styles.wording}>
          <p>
            <Engines names={engines} />
            <span className={styles.exit}>
              exit {exit} · {PLACES[place]}
            </span>
          </p>
          <pre
            tabIndex={0}
            role="group"
            aria-label={`Words of ${engines[0] ?? ''}`}
            translate="no"
            data-proof={state.state}
          >
            <code>
              <span className={styles.dim}>{before}</span>
              <b>{core}</b>
              <span className={styles.dim}>{after}</span>
            </code>
          </pre>
        </div>
      ))}
      {silent.map(({engines, exit}) => (
        <p key={exit} className={styles.wording}>
          <Engines names={engines} />
          <span className={styles.exit}>exit {exit} · nothing is printed</span>
        </p>
      ))}
      <p className={styles.foot}>
        <StateBadge state={state.state} /> <time dateTime={provedAt}>{formatDay(provedAt)}</time>. TIME, ID
        and N stand for what no two runs print alike.
      </p>
    </details>
  );
}

function Engines({names}: {names: readonly string[]}): ReactNode {
  return <strong>{names.join('; ')}</strong>;
}

function counted(wordings: number): string {
  return `${wordings} wording${wordings === 1 ? '' : 's'}`;
}

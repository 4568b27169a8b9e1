import {useEffect, useMemo, useState, type ReactNode} from 'react';
import type {FoundSymptom} from '../../../../../src/find/answer';
import type {SymptomEntry, Tier} from '../../../../../src/find/model';
import {readersNames} from '../../../../../src/find/readersNames';
import {filledIn, type Values} from '../../../../verified-examples/src/pages/client/placeholders';
import SiteLink from '../../../../verified-examples/src/pages/client/site/SiteLink';
import {
  keepNames,
  usePlaceholders,
} from '../../../../verified-examples/src/pages/client/site/usePlaceholders';
import Command from '../../../../verified-examples/src/pages/theme/Command';
import Placeholders from '../../../../verified-examples/src/pages/theme/SymptomPage/Placeholders';
import ReadersLine from './ReadersLine';
import styles from './styles.module.css';

/** What each tier is called. A guess never looks like an answer. */
const TIERS: Readonly<Record<Tier, string>> = {
  same: 'Same text',
  'other-value': 'Same text, other value',
  closest: 'A guess',
};

/** One symptom that a reader's text has: where, why, and what tells it from others with the same text. */
export default function Found({found}: {found: FoundSymptom}): ReactNode {
  const {tier, symptom, why, line, count, segments, others, ask, told, consequences} = found;
  const names = useMemo(() => readersNames(segments), [segments]);
  useEffect(() => {
    // For the page that it leads to.
    if (tier !== 'closest') keepNames(names);
  }, [tier, names]);
  const times = count === 1 ? `line ${line}` : `line ${line}, ${count} times`;
  return (
    <article className={styles.found} data-tier={tier} data-symptom={symptom.id}>
      <p className={styles.tier}>
        <b>{TIERS[tier]}</b> <span>{times}</span>
      </p>
      <h2 className={styles.name}>
        {others.length === 0 ? (
          <SymptomLink symptom={tier === 'other-value' ? {...symptom, title: symptom.text} : symptom} />
        ) : (
          `${others.length + 1} causes have this text`
        )}
      </h2>
      <ReadersLine segments={segments} />
      {!segments.some(({role}) => role === 'slot') && <p className={styles.why}>{why}</p>}
      {told && <p className={styles.why}>{toldBy(others.length)}</p>}
      {others.length > 0 && (
        <div className={styles.others}>
          <ul>
            {[symptom, ...others].map((one) => (
              <li key={one.id}>
                <SymptomLink symptom={one} />
              </li>
            ))}
          </ul>
          {ask !== undefined && (
            <>
              <p>To tell which, run this, and paste what it prints in the box above, below the message:</p>
              <AskedCommand command={ask.command} names={names} />
            </>
          )}
        </div>
      )}
      {consequences.length > 0 && (
        <details className={styles.after}>
          <summary>
            {consequences.length === 1
              ? 'One more message follows from it'
              : `${consequences.length} more messages follow from it`}
          </summary>
          <ul>
            {consequences.map(({line: at, symptom: {id, href, title}}) => (
              <li key={`${at} ${id}`}>
                line {at}: <SiteLink href={href}>{title}</SiteLink>
              </li>
            ))}
          </ul>
        </details>
      )}
    </article>
  );
}

function SymptomLink({symptom: {href, title, notReproduced}}: {symptom: SymptomEntry}): ReactNode {
  return (
    <>
      <SiteLink href={href}>{title}</SiteLink>
      {notReproduced === true && <small> (not reproduced here)</small>}
    </>
  );
}

function toldBy(others: number): string {
  return others === 0
    ? 'What the command printed tells that it is this one.'
    : 'What the command printed leaves these.';
}

const PLACEHOLDERS = ['IMAGE', 'CONTAINER', '/path/to/program', 'NAME', 'SERVER'];

/** The command that tells symptoms apart, for the reader's own image. */
function AskedCommand({command, names}: {command: readonly string[]; names: Values}): ReactNode {
  const [used] = useState(() => PLACEHOLDERS.filter((name) => command.some((line) => line.includes(name))));
  const [values, set] = usePlaceholders(used, {inAddress: false, defaults: names});
  return (
    <>
      <Placeholders values={values} onChange={set} />
      <Command
        commands={command.map((line) => filledIn(line, values))}
        label="What tells them apart"
        proof="verified"
      />
    </>
  );
}

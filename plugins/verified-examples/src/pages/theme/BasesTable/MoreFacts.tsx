import type {ReactNode} from 'react';
import {formatPasswd} from '../../client/format/bases';
import {upstreamTexts} from '../../client/format/upstream';
import type {BaseRowView} from '../../model/baseViews';
import Codes from './Codes';
import styles from './styles.module.css';

/**
 * What decides seldom: opened row by row, and in the page's source all the same. What upstream has changes from day to day,
 * so no revision of a page is made of it: `data-screen`.
 */
export default function MoreFacts({row}: {row: BaseRowView}): ReactNode {
  const {names, approximations, loaders, users, nsswitchHosts, tmp, upstream} = row;
  const also = names.flatMap(({aliases}) => aliases);
  const facts: [name: string, value: ReactNode][] = [
    ['Loader', <Codes key="loaders" texts={loaders} />],
    ['/tmp', tmp ? 'yes' : 'no'],
    ['In passwd', formatPasswd(users)],
    ['nsswitch.conf', <Codes key="hosts" texts={nsswitchHosts === null ? [] : [nsswitchHosts]} />],
  ];
  if (also.length > 0) facts.push(['Also named', <Codes key="also" texts={also} />]);
  if (approximations.length > 0)
    facts.push(['Differs from the public image', <Texts key="differs" texts={approximations} />]);
  return (
    <details className={styles.more}>
      <summary>
        {approximations.length === 0 ? 'More facts' : 'More facts, and how it differs from the public image'}
      </summary>
      <dl>
        {facts.map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
        <div data-screen>
          <dt>Upstream</dt>
          <dd>
            <Texts texts={upstreamTexts(upstream)} />
          </dd>
        </div>
      </dl>
    </details>
  );
}

function Texts({texts}: {texts: readonly string[]}): ReactNode {
  return (
    <ul>
      {texts.map((text) => (
        <li key={text}>{text}</li>
      ))}
    </ul>
  );
}

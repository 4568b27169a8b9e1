import {useLocation} from '@docusaurus/router';
import useDocusaurusContext from '@docusaurus/useDocusaurusContext';
import {useEffect, useRef, useState, type ReactNode} from 'react';
import {offerCitations} from '../../client/cite/buttons';
import {keptHtml} from '../../client/keptHtml';
import {nameOrigin} from '../../client/nameOrigin';
import {searchPanels} from '../../client/panels';
import {rememberedHtml, rememberHtml} from '../../client/rememberedHtml';
import {revealTarget} from '../../client/revealTarget';
import {closeTip} from '../../client/tip';
import styles from './styles.module.css';

interface Props<View> {
  /** Unique on its page. */
  id: string;
  /** Undefined in a reader's browser: what does not move is shipped as HTML alone (bundler/dropKept). */
  view: View | undefined;
  /** What renders it: `__HAS_VIEWS__ ? … : undefined`, so that browsers load no code for what they never render. */
  children: ((view: View) => ReactNode) | undefined;
}

/**
 * A part of a page that does not move. It is rendered when the site is built; the browser keeps the HTML that it was given,
 * without the data that it was made from, and takes the part from the page's HTML where the page was opened by a link
 * inside the site.
 */
export default function Kept<View>(props: Props<View>): ReactNode {
  const {pathname} = useLocation();
  return <Part key={pathname} {...props} path={pathname} />;
}

function Part<View>({id, view, children, path}: Props<View> & {path: string}): ReactNode {
  const {url} = useDocusaurusContext().siteConfig;
  const part = useRef<HTMLDivElement>(null);
  const [remembered] = useState(() => rememberedHtml(path, id));
  const [fetched, setFetched] = useState('');

  useEffect(() => {
    const element = part.current;
    if (element === null) return;
    if (view === undefined && !element.hasChildNodes()) {
      void keptHtml(path, id).then(setFetched);
      return;
    }
    nameOrigin(element, url);
    searchPanels(element);
    offerCitations(element);
    if (fetched !== '') revealTarget(window.location.hash, {scroll: true});
    return () => {
      closeTip();
      if (view === undefined) rememberHtml(path, id, element.innerHTML);
    };
  }, [id, path, view, fetched, url]);

  const attributes = {ref: part, className: styles.kept, 'data-kept': id};
  if (view !== undefined && children !== undefined) return <div {...attributes}>{children(view)}</div>;
  // While it hydrates, React leaves the HTML that is there as it is.
  return (
    <div {...attributes} dangerouslySetInnerHTML={{__html: remembered ?? fetched}} suppressHydrationWarning />
  );
}

import {Context as BrowserContext} from '@docusaurus/core/lib/client/browserContext';
import useIsBrowser from '@docusaurus/useIsBrowser';
import {lazy, Suspense, useEffect, useState, type ComponentType, type ReactNode} from 'react';
import {nextTurn} from './turns';

/**
 * Lets a part of the page hydrate in a task of its own, after the parts before it, so that a phone answers the reader between
 * them. Its HTML stays until then. Parts that are rendered later do not wait.
 */
export default function inTurn<P extends object>(Part: ComponentType<P>): ComponentType<P> {
  if (typeof window === 'undefined') return Part;
  const AsOnServer = (props: P): ReactNode => {
    const isBrowser = useIsBrowser();
    const [hydrated, setHydrated] = useState(false);
    useEffect(() => {
      setHydrated(true);
    }, []);
    // By now the rest of the page knows that it is in a browser: what it was rendered as comes first.
    return (
      <BrowserContext.Provider value={isBrowser && hydrated}>
        <Part {...props} />
      </BrowserContext.Provider>
    );
  };
  const Late = lazy(() => nextTurn().then(() => ({default: AsOnServer})));
  return (props) => (
    <Suspense fallback={null}>
      <Late {...props} />
    </Suspense>
  );
}

import {createRoot, hydrateRoot as hydrateNow} from 'preact/compat/client';
import {atFirstAct, holdActs} from '../client/site/firstAct';
import {allHydrated} from '../client/site/turns';

type Root = ReturnType<typeof createRoot>;

/**
 * Stands in for that of react-dom/client. A page is complete and can be read before a script runs: it is drawn first, and
 * comes alive in a task of its own when a reader does something. What was pressed or typed until then is not lost.
 */
function hydrateRoot(...page: Parameters<typeof hydrateNow>): Root {
  const hydrated = new Promise<Root>((resolve) => {
    const actAgain = holdActs();
    // Buttons may be seen: none is pressed in vain.
    document.documentElement.dataset.listens = '';
    atFirstAct(() => {
      afterPaint(() => {
        resolve(hydrateNow(...page));
        void allHydrated().then(actAgain);
      });
    });
  });
  return {
    render(children) {
      void hydrated.then((root) => {
        root.render(children);
      });
    },
    unmount() {
      void hydrated.then((root) => {
        root.unmount();
      });
    },
  };
}

/** A frame is asked for before it is drawn; what is asked for within it comes after. */
function afterPaint(run: () => void): void {
  requestAnimationFrame(() => setTimeout(run));
}

/** As Docusaurus imports it. */
export default {createRoot, hydrateRoot};

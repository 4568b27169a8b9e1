import {createRoot, hydrateRoot as hydrateNow} from 'preact/compat/client';
import {letActs, whenAsked} from '../client/site/firstAct';
import {afterPaint} from '../client/site/painted';
import {allHydrated} from '../client/site/turns';

type Root = ReturnType<typeof createRoot>;

/** Stands in for that of react-dom/client: a page comes alive in a task of its own when a reader does something. */
function hydrateRoot(...page: Parameters<typeof hydrateNow>): Root {
  const hydrated = whenAsked().then(
    () =>
      new Promise<Root>((resolve) => {
        afterPaint(() => {
          resolve(hydrateNow(...page));
          void allHydrated().then(letActs);
        });
      }),
  );
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

/** As Docusaurus imports it. */
export default {createRoot, hydrateRoot};

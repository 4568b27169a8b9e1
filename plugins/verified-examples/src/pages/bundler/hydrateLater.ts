import {createRoot, hydrateRoot as hydrateNow} from 'preact/compat/client';

type Root = ReturnType<typeof createRoot>;

/**
 * Stands in for that of react-dom/client. A page is complete and can be read before a script runs, so it is drawn first,
 * and made to move in a task of its own.
 */
function hydrateRoot(...page: Parameters<typeof hydrateNow>): Root {
  const hydrated = new Promise<Root>((resolve) => {
    afterPaint(() => {
      resolve(hydrateNow(...page));
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

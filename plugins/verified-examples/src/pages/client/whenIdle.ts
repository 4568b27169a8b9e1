/** Runs something once the browser has nothing better to do; a browser that can't tell (Safari) runs it a little later. */
export function whenIdle(run: () => void): void {
  if ('requestIdleCallback' in window) window.requestIdleCallback(run, {timeout: 1000});
  else setTimeout(run, 200);
}

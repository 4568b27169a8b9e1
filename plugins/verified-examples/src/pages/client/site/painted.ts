const PAINT = 'paint';

/** @returns When the page has been drawn; in a tab behind others, when somebody looks */
export function painted(): Promise<void> {
  return new Promise((resolve) => {
    if (!PerformanceObserver.supportedEntryTypes.includes(PAINT)) {
      afterPaint(resolve);
      return;
    }
    new PerformanceObserver((_, observer) => {
      observer.disconnect();
      resolve();
    }).observe({type: PAINT, buffered: true});
  });
}

/** A frame is asked for before it is drawn; what is asked for within it comes after. */
export function afterPaint(run: () => void): void {
  requestAnimationFrame(() => setTimeout(run));
}

/** Keeps the choice that a reader made in the decision tree (components/decision) in the address, for a colleague. */
export function listenForDecisions(): void {
  document.addEventListener('click', ({target}) => {
    const summary = target instanceof Element ? target.closest<HTMLElement>('[data-decides]') : null;
    if (summary === null) return;
    const {pathname, search} = window.location;
    window.history.replaceState(
      window.history.state,
      '',
      `${pathname}${search}#${summary.dataset.decides ?? ''}`,
    );
  });
}

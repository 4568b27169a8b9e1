let turn: Promise<void> = Promise.resolve();

/** @returns When the next part of the page may hydrate: in a task of its own, after the parts that asked before */
export function nextTurn(): Promise<void> {
  if (document.documentElement.dataset.hasHydrated === 'true') return Promise.resolve();
  turn = turn.then(inATask);
  return turn;
}

/** @returns When all parts have hydrated, those too that other parts brought along */
export async function allHydrated(): Promise<void> {
  let seen;
  do {
    seen = turn;
    await seen;
    await inATask();
  } while (seen !== turn);
}

function inATask(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve));
}

/**
 * Compares versions as dpkg does (deb-version(7)): epoch, upstream version, revision, each in runs of other characters and
 * of digits, where `~` sorts before the end. Alpine's are ordered likewise once what comes before a release (`_rc1`) is
 * written with `~`.
 *
 * @returns Below 0 when `a` is older, above 0 when it is newer
 */
export function compareVersions(a: string, b: string): number {
  const [left, right] = [partsOf(a), partsOf(b)];
  return (
    left.epoch - right.epoch ||
    compareRuns(left.upstream, right.upstream) ||
    compareRuns(left.revision, right.revision)
  );
}

function partsOf(version: string): {epoch: number; upstream: string; revision: string} {
  const written = version.replace(/_(?=alpha|beta|pre|rc)/g, '~');
  const colon = written.indexOf(':');
  const rest = written.slice(colon + 1);
  const dash = rest.lastIndexOf('-');
  return {
    epoch: colon < 0 ? 0 : Number(written.slice(0, colon)),
    upstream: dash < 0 ? rest : rest.slice(0, dash),
    revision: dash < 0 ? '' : rest.slice(dash + 1),
  };
}

function compareRuns(a: string, b: string): number {
  const [left, right] = [runsOf(a), runsOf(b)];
  for (let index = 0; index < Math.max(left.length, right.length); index++) {
    const [wordA, numberA] = left[index] ?? ['', 0];
    const [wordB, numberB] = right[index] ?? ['', 0];
    const order = compareWords(wordA, wordB) || numberA - numberB;
    if (order !== 0) return order;
  }
  return 0;
}

/** Pairs of what is no digit and the number behind it. */
function runsOf(text: string): [word: string, number: number][] {
  return [...text.matchAll(/(\D*)(\d*)/g)]
    .filter(([whole]) => whole !== '')
    .map(([, word = '', digits = '']) => [word, Number(digits)]);
}

function compareWords(a: string, b: string): number {
  for (let index = 0; index < Math.max(a.length, b.length); index++) {
    const order = rankOf(a[index]) - rankOf(b[index]);
    if (order !== 0) return order;
  }
  return 0;
}

/** `~`, then the end, then letters, then all else. */
function rankOf(character: string | undefined): number {
  if (character === undefined) return 0;
  if (character === '~') return -1;
  const code = character.charCodeAt(0);
  return /[A-Za-z]/.test(character) ? code : code + 256;
}

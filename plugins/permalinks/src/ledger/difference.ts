import {createTwoFilesPatch, FILE_HEADERS_ONLY} from 'diff';

/** A longer one is not read; both files are linked beside it. */
const MOST_LINES = 160;
/** Lines added and taken out, after which no more is looked for: time grows with their square. */
const MOST_EDITS = 800;

interface Text {
  address: string;
  text: string;
}

/**
 * What changed between the Markdown of two revisions, as a unified diff.
 *
 * @returns `cut`: the diff goes on. Undefined where the two have too little in common
 */
export function difference(before: Text, after: Text): {diff: string; cut: boolean} | undefined {
  const patch = createTwoFilesPatch(
    ...([`${before.address}.md`, `${after.address}.md`, before.text, after.text] as const),
    ...([
      undefined,
      undefined,
      {context: 2, maxEditLength: MOST_EDITS, headerOptions: FILE_HEADERS_ONLY},
    ] as const),
  );
  if (patch === undefined) return undefined;
  const lines = patch.trimEnd().split('\n');
  return {diff: lines.slice(0, MOST_LINES).join('\n'), cut: lines.length > MOST_LINES};
}

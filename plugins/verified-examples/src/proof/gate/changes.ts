import {fingerprint, type SourceFile} from '../../example/collect/files';
import type {Example} from '../../example/collect/example';
import {LAB_PREFIX} from '../keys/key';
import type {KeyParts} from '../model/receipt';

/** What differs between the key of a proof and the key of now. */
export interface Changes {
  /** Parts of a sentence: files, bases, the manifest, the runner. */
  said: string[];
  /** Whether files have CRLF line ends here and LF in the proof: `only` that differs, or that `also`. */
  crlf: Crlf | undefined;
}

export type Crlf = 'only' | 'also';

/**
 * Names what differs between two keys.
 *
 * @param from - Parts of the key of a proof
 * @param to - Parts of the key of the example as it is now
 * @param example - Its files tell a change of line ends from other changes
 */
export function changesBetween(
  from: KeyParts,
  to: KeyParts,
  example: Pick<Example, 'context' | 'lab'>,
): Changes {
  const said: string[] = [];
  if (from.runner !== to.runner) said.push(`the runner protocol is ${to.runner}, was ${from.runner}`);
  if (from.manifest !== to.manifest) said.push('example.yaml changed');
  const crlf: string[] = [];
  const lf: string[] = [];
  const maps = [
    ['', from.context, to.context, new LineEnds(example.context, '')],
    ['', from.fixtures, to.fixtures, new LineEnds(example.lab, LAB_PREFIX)],
    ['base ', from.bases, to.bases, undefined],
  ] as const;
  for (const [kind, before, after, lineEnds] of maps) {
    for (const name of new Set([...Object.keys(before), ...Object.keys(after)])) {
      const [was, is] = [before, after].map((map) => (Object.hasOwn(map, name) ? map[name] : undefined));
      if (was === is) continue;
      if (was !== undefined && lineEnds?.with('\n', name) === was) crlf.push(name);
      else if (was !== undefined && lineEnds?.with('\r\n', name) === was) lf.push(name);
      else
        said.push(
          `${kind}${name} ${was === undefined ? 'was added' : is === undefined ? 'was removed' : 'changed'}`,
        );
    }
  }
  const rest = [...said, ...differ(lf, 'LF', 'CRLF')];
  return {
    said: [...rest, ...differ(crlf, 'CRLF', 'LF')],
    crlf: crlf.length === 0 ? undefined : rest.length === 0 ? 'only' : 'also',
  };
}

/** The fingerprints that files would have with other line ends. */
class LineEnds {
  constructor(
    private readonly files: readonly SourceFile[],
    private readonly prefix: string,
  ) {}

  with(end: '\n' | '\r\n', name: string): string | undefined {
    const file = this.files.find((one) => this.prefix + one.path === name);
    if (file === undefined) return undefined;
    const text = file.bytes.toString('latin1').replace(/\r?\n/g, end);
    return fingerprint([{...file, bytes: Buffer.from(text, 'latin1')}], this.prefix)[name];
  }
}

function differ(names: readonly string[], here: string, proved: string): string[] {
  if (names.length === 0) return [];
  const verb = names.length === 1 ? 'differs' : 'differ';
  return [`${names.join(', ')} ${verb} only in line ends (${here} here, ${proved} in the proof)`];
}

import type {Instruction, Place, ReportAt} from './instructions';

/** A `--name=value` before the arguments of an instruction. */
export interface Flag {
  name: string;
  /** Without its quotes and escapes; undefined without `=`. */
  value: string | undefined;
  place: Place;
}

/** What ends a flag; other blanks of Unicode do so for some builders. */
const BLANK = /[\t\v\f\r ]/;

/**
 * Reads the flags of an instruction, as BuildKit does (`frontend/dockerfile/parser/split_command.go`,
 * `extractBuilderFlags`): quotes may stand anywhere in a flag and are taken away, as are escapes.
 *
 * @param escape - From the `escape` directive
 * @param report - Told of a flag with characters that are not printable ASCII, which builders split in different ways
 * @returns The flags, and the index in `args` at which the rest begins
 */
export function readFlags(
  {args, placeOf}: Instruction,
  escape: string,
  report: ReportAt,
): {flags: Flag[]; rest: number} {
  const flags: Flag[] = [];
  let position = 0;
  for (;;) {
    while (BLANK.test(args.charAt(position))) position++;
    if (!args.startsWith('--', position)) return {flags, rest: position};
    const start = position;
    let word = '';
    let quote: string | undefined;
    for (; position < args.length; position++) {
      const char = args.charAt(position);
      if (quote === undefined && BLANK.test(char)) break;
      if (char === escape) word += args.charAt(++position);
      else if (char === quote) quote = undefined;
      else if (quote === undefined && (char === "'" || char === '"')) quote = char;
      else word += char;
    }
    if (word === '--') return {flags, rest: position};
    const place = placeOf(start);
    if (/[^\x20-\x7e]/.test(args.slice(start, position))) report(place, 'a flag must be printable ASCII');
    const equals = word.indexOf('=');
    const name = equals === -1 ? word.slice(2) : word.slice(2, equals);
    flags.push({name, value: equals === -1 ? undefined : word.slice(equals + 1), place});
  }
}

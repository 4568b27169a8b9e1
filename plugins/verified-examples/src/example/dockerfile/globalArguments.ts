import {expand, type Expanded, type Lookup} from './expand';
import type {Instruction} from './instructions';
import {shellWords} from './shellWords';

/**
 * Variables that a builder sets itself, by what is built and where (Dockerfile reference, "Automatic platform ARGs in the
 * global scope"; TARGETSTAGE and the versions: BuildKit `dockerfile2llb/platform.go`).
 */
export const PLATFORM_ARGUMENTS: readonly string[] = ['BUILD', 'TARGET'].flatMap((of) =>
  ['PLATFORM', 'OS', 'OSVERSION', 'ARCH', 'VARIANT'].map((what) => of + what),
);

const SET_BY_THE_BUILDER: ReadonlySet<string> = new Set([...PLATFORM_ARGUMENTS, 'TARGETSTAGE']);

/** One name of an ARG, with its default as it is written. */
export interface DeclaredArgument {
  name: string;
  written: string | undefined;
}

/** @returns What an ARG declares: one name or several, `ARG A=1 B` */
export function argumentsOf({args}: Instruction, escape: string): DeclaredArgument[] {
  return shellWords(args, escape).words.map(({raw}) => {
    const equals = raw.indexOf('=');
    return equals === -1
      ? {name: raw, written: undefined}
      : {name: raw.slice(0, equals), written: raw.slice(equals + 1)};
  });
}

/**
 * Values of the ARGs before the first FROM, the only ones that a FROM can use (Dockerfile reference, "Understand how ARG
 * and FROM interact"). One that cannot be known keeps the reason, for the FROM that uses it.
 *
 * @param buildArgs - Build arguments of the command line: they win over defaults
 */
export function globalArguments(
  instructions: readonly Instruction[],
  buildArgs: Readonly<Record<string, string>>,
  escape: string,
): Lookup {
  const first = instructions.findIndex(({keyword}) => keyword === 'FROM');
  const declared = (from: number, to?: number) =>
    instructions
      .slice(from, to)
      .filter(({keyword}) => keyword === 'ARG')
      .flatMap((arg) => argumentsOf(arg, escape));
  const late = new Set(first === -1 ? [] : declared(first).map(({name}) => name));
  const values = new Map<string, Expanded>();
  const lookup: Lookup = (name) => {
    const value = values.get(name);
    if (value !== undefined) return value;
    if (SET_BY_THE_BUILDER.has(name))
      return {
        failure: `uses \${${name}}, which differs by platform: name the image, and its platform by --platform`,
      };
    return late.has(name)
      ? {failure: `uses \${${name}}, which has no value: its ARG must stand before the first FROM`}
      : undefined;
  };
  for (const {name, written} of declared(0, first === -1 ? undefined : first)) {
    if (Object.hasOwn(buildArgs, name)) values.set(name, {text: buildArgs[name] ?? ''});
    else if (written !== undefined) values.set(name, defaultOf(name, written, lookup, escape));
  }
  return lookup;
}

function defaultOf(name: string, written: string, lookup: Lookup, escape: string): Expanded {
  const value = expand(written, lookup, escape);
  return 'text' in value ? value : {failure: `uses \${${name}}, whose default ${value.failure}`};
}

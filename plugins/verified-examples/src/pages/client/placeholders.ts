import {quote} from '../../shell';

/** What readers replace in commands, to what they typed. */
export type Values = Readonly<Record<string, string>>;

/** Names that may stand within quotes: hosts, addresses, containers. */
const PLAIN = /^[\w.:-]+$/;
/** Placeholders that are words of a command by themselves. */
const WORDS = ['IMAGE', '/path/to/program'];

/**
 * Puts a reader's names into a command, quoted for a shell. What was left empty stays a placeholder, and so does what is no
 * name of a host or a container.
 */
export function filledIn(command: string, values: Values): string {
  return Object.entries(values).reduce(
    (text, [placeholder, value]) =>
      value === '' || !(PLAIN.test(value) || WORDS.includes(placeholder))
        ? text
        : text.split(placeholder).join(quote(value)),
    command,
  );
}

/**
 * Reads names from the fragment of an address, which no server sees: `#IMAGE=registry.test/app:1&…`.
 *
 * @returns undefined for a fragment that is the address of a section
 */
export function valuesOf(fragment: string, placeholders: readonly string[]): Values | undefined {
  const params = new URLSearchParams(fragment.replace(/^#/, ''));
  const found = placeholders.flatMap((name) => {
    const value = params.get(name);
    return value === null ? [] : [[name, value] as const];
  });
  return found.length === 0 ? undefined : Object.fromEntries(found);
}

/** The fragment that {@link valuesOf} reads; empty when nothing was typed. */
export function fragmentOf(values: Values): string {
  const typed = Object.entries(values).filter(([, value]) => value !== '');
  return typed.length === 0 ? '' : `#${new URLSearchParams(typed).toString()}`;
}

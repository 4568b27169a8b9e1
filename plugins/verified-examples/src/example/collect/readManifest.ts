import {CORE_SCHEMA, load} from 'js-yaml';
import type * as z from 'zod';
import {suggest} from '../../nearest';
import {Manifest} from '../model/manifest';
import type {Problem} from '../../problems';
import {describeIssue} from './describeIssue';
import {knownKeys} from './knownKeys';
import {placedYaml, type PlacedYaml} from './places';

/**
 * Parses and validates an `example.yaml`.
 *
 * @param text - The file's text
 * @param file - Its name in problem reports
 * @param problems - Everything wrong with it is added here, with line and column
 * @returns The manifest with defaults filled in, or undefined when something is wrong
 */
export function readManifest(text: string, file: string, problems: Problem[]): Manifest | undefined {
  return readYaml(Manifest, text, file, problems);
}

/** Parses and validates YAML as {@link readManifest} does, against any schema. */
export function readYaml<Schema extends z.ZodType>(
  schema: Schema,
  text: string,
  file: string,
  problems: Problem[],
): z.output<Schema> | undefined {
  const value = quickly(text);
  const read = schema.safeParse(value);
  return read.success && pathsOfProto(value).length === 0
    ? read.data
    : readWithPlaces(schema, text, file, problems);
}

/** js-yaml takes a fifth of the time but does not tell where a value stands: it reads what is right. */
function quickly(text: string): unknown {
  try {
    return load(text, {schema: CORE_SCHEMA});
  } catch {
    return undefined;
  }
}

const PROTO = '__proto__';

/** Objects with a key `__proto__`, by path. Zod drops that key without a word. */
function pathsOfProto(value: unknown, path: readonly PropertyKey[] = []): PropertyKey[][] {
  if (typeof value !== 'object' || value === null) return [];
  const inside = Object.entries(value).flatMap(([key, inner]) =>
    pathsOfProto(inner, [...path, Array.isArray(value) ? Number(key) : key]),
  );
  return Object.hasOwn(value, PROTO) ? [[...path], ...inside] : inside;
}

function readWithPlaces<Schema extends z.ZodType>(
  schema: Schema,
  text: string,
  file: string,
  problems: Problem[],
): z.output<Schema> | undefined {
  const yaml = placedYaml(text);
  if (yaml.document.errors.length > 0) {
    for (const error of yaml.document.errors) {
      const [reason = ''] = error.message.split('\n');
      const message = reason.replace(/ at line \d+, column \d+:?$/, '');
      problems.push({file, ...yaml.placeAt(error.pos[0]), message});
    }
    return undefined;
  }
  const value: unknown = yaml.document.toJS();
  const protos = pathsOfProto(value);
  for (const path of protos)
    problems.push({
      file,
      ...yaml.placeOfKey(path, PROTO),
      message: `${prefix(path)}"${PROTO}" is not allowed as a key`,
    });
  const result = schema.safeParse(value, {reportInput: true});
  if (result.success) return protos.length === 0 ? result.data : undefined;
  for (const issue of result.error.issues)
    for (const problem of problemsOf(issue, {schema, value, yaml})) problems.push({file, ...problem});
  return undefined;
}

/** An unknown key stands at its own place; everything else where the value stands, or should. */
function problemsOf(
  issue: z.core.$ZodIssue,
  {schema, value, yaml}: {schema: z.ZodType; value: unknown; yaml: PlacedYaml},
): Omit<Problem, 'file'>[] {
  const {path} = issue;
  if (issue.code === 'unrecognized_keys') {
    const known = knownKeys(schema, path, value);
    return issue.keys.map((key) => ({
      ...yaml.placeOfKey(path, key),
      message: `${prefix(path)}unknown key "${key}"; ${suggest(key, known)}`,
    }));
  }
  const place =
    issue.code === 'invalid_key'
      ? yaml.placeOfKey(path.slice(0, -1), String(path.at(-1)))
      : yaml.placeOf(path);
  return [{...place, message: describeIssue(issue)}];
}

function prefix(path: readonly PropertyKey[]): string {
  return path.length === 0 ? '' : `${path.map(String).join('.')}: `;
}

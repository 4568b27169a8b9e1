import {createRequire} from 'node:module';
import {CORE_SCHEMA, load} from 'js-yaml';
import type {Document, LineCounter} from 'yaml';
import type * as z from 'zod';
import {Manifest} from '../model/manifest';
import type {Problem} from '../../problems';

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
  const read = schema.safeParse(quickly(text));
  return read.success ? read.data : readWithPlaces(schema, text, file, problems);
}

/** js-yaml takes a fifth of the time but does not tell where a value stands: it reads what is right. */
function quickly(text: string): unknown {
  try {
    return load(text, {schema: CORE_SCHEMA});
  } catch {
    return undefined;
  }
}

function readWithPlaces<Schema extends z.ZodType>(
  schema: Schema,
  text: string,
  file: string,
  problems: Problem[],
): z.output<Schema> | undefined {
  // Loaded only when something is wrong: it takes longer to load than most manifests to read.
  const yaml = createRequire(__filename)('yaml') as typeof import('yaml');
  const lines = new yaml.LineCounter();
  const document = yaml.parseDocument(text, {lineCounter: lines, uniqueKeys: true});
  if (document.errors.length > 0) {
    for (const error of document.errors) {
      const {line, col} = lines.linePos(error.pos[0]);
      const [reason = ''] = error.message.split('\n');
      problems.push({file, line, column: col, message: reason.replace(/ at line \d+, column \d+:?$/, '')});
    }
    return undefined;
  }
  const result = schema.safeParse(document.toJS(), {reportInput: true});
  if (result.success) return result.data;
  for (const issue of result.error.issues) {
    problems.push({file, ...placeOf(document, lines, issue.path), message: describe(issue)});
  }
  return undefined;
}

/** The nearest place in the text: of the value itself, or of the deepest parent that is there. */
function placeOf(document: Document, lines: LineCounter, path: readonly PropertyKey[]) {
  for (let length = path.length; length >= 0; length--) {
    const node: unknown = length === 0 ? document.contents : document.getIn(path.slice(0, length), true);
    const range = rangeOf(node);
    if (range !== undefined) {
      const {line, col} = lines.linePos(range[0]);
      return {line, column: col};
    }
  }
  return {line: 1, column: 1};
}

function rangeOf(node: unknown): [number, ...number[]] | undefined {
  if (typeof node !== 'object' || node === null || !('range' in node)) return undefined;
  return Array.isArray(node.range) ? (node.range as [number, ...number[]]) : undefined;
}

function describe(issue: z.core.$ZodIssue): string {
  const where = issue.path.map(String).join('.');
  const prefix = where === '' ? '' : `${where}: `;
  switch (issue.code) {
    case 'unrecognized_keys':
      return `${prefix}unknown ${issue.keys.length === 1 ? 'key' : 'keys'} ${issue.keys.map((key) => `"${key}"`).join(', ')}`;
    case 'invalid_type':
      return `${prefix}expected ${issue.expected}, got ${kindOf(issue.input)}`;
    case 'invalid_value':
      return `${prefix}expected ${issue.values.map((value) => JSON.stringify(value)).join(' or ')}, got ${JSON.stringify(issue.input)}`;
    case 'invalid_union':
      return `${prefix}${describeUnion(issue)}`;
    case 'invalid_key':
      return `${prefix}${issue.issues.map(({message}) => message).join('; ')}`;
    default:
      return `${prefix}${issue.message}`;
  }
}

/** Of the alternatives, the one that got furthest says most. */
function describeUnion(issue: z.core.$ZodIssueInvalidUnion): string {
  const alternatives = issue.errors.map((errors) => errors.map(describe).join('; '));
  return alternatives.length === 0 ? issue.message : alternatives.join(', or ');
}

function kindOf(value: unknown): string {
  if (value === undefined) return 'nothing';
  if (value === null) return 'null';
  return Array.isArray(value) ? 'array' : typeof value;
}

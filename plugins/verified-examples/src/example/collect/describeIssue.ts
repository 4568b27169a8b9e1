import type * as z from 'zod';
import {nearest} from '../../nearest';

/**
 * What is wrong with a value, as a sentence that begins with the value's path.
 *
 * @param issue - From `safeParse` with `reportInput`
 */
export function describeIssue(issue: z.core.$ZodIssue): string {
  const where = issue.path.map(String).join('.');
  return `${where === '' ? '' : `${where}: `}${reasonOf(issue)}`;
}

function reasonOf(issue: z.core.$ZodIssue): string {
  switch (issue.code) {
    case 'unrecognized_keys':
      return `unknown ${issue.keys.length === 1 ? 'key' : 'keys'} ${issue.keys.map((key) => `"${key}"`).join(', ')}`;
    case 'invalid_type':
      return `expected ${issue.expected}, got ${kindOf(issue.input)}`;
    case 'invalid_value':
      return oneOf(issue.values.map(String), issue.input);
    case 'invalid_format':
      return `${issue.message}, got ${JSON.stringify(issue.input)}`;
    case 'invalid_union':
      return describeUnion(issue);
    case 'invalid_key':
      return `${issue.issues.map(({message}) => message).join('; ')}, got ${JSON.stringify(issue.input)}`;
    default:
      return issue.message;
  }
}

/** @returns `expected "a" or "b", got "c"`, with the nearest when one is near */
function oneOf(values: readonly string[], got: unknown): string {
  const near = typeof got === 'string' ? nearest(got, values) : undefined;
  const hint = near === undefined ? '' : `; did you mean "${near}"?`;
  const written = got === undefined ? 'nothing' : JSON.stringify(got);
  return `expected ${values.map((value) => JSON.stringify(value)).join(' or ')}, got ${written}${hint}`;
}

/** Of the alternatives, the one that got furthest says most. */
function describeUnion(issue: z.core.$ZodIssueInvalidUnion): string {
  const {discriminator, input} = issue;
  if (discriminator !== undefined && 'options' in issue) {
    const members: [string, unknown][] = Object.entries(typeof input === 'object' ? (input ?? {}) : {});
    return oneOf(issue.options.map(String), members.find(([key]) => key === discriminator)?.[1]);
  }
  return issue.errors.map((errors) => errors.map(describeIssue).join('; ')).join(', or ');
}

function kindOf(value: unknown): string {
  if (value === undefined) return 'nothing';
  if (value === null) return 'null';
  return Array.isArray(value) ? 'array' : typeof value;
}

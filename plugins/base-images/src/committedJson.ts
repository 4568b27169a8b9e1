import {existsSync, readFileSync} from 'node:fs';
import * as z from 'zod';

/**
 * Reads a committed JSON file; undefined: there is none. Throws with file and path of everything that is wrong.
 *
 * @param what - It holds, for example "these pins"
 */
export function readCommitted<T>(path: string, schema: z.ZodType<T>, what: string): T | undefined {
  if (!existsSync(path)) return undefined;
  const parsed = schema.safeParse(parseJson(path));
  if (parsed.success) return parsed.data;
  const lines = parsed.error.issues.map((issue) => `- ${issue.path.join('.')}: ${issue.message}`);
  throw new Error(`${path}: ${what} cannot be used:\n${lines.join('\n')}`);
}

function parseJson(path: string): unknown {
  try {
    return JSON.parse(readFileSync(path, 'utf8'));
  } catch (cause) {
    throw new Error(`${path}: expected JSON`, {cause});
  }
}

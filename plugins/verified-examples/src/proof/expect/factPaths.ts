import * as z from 'zod';
import {suggest} from '../../nearest';
import {Inspection} from '../model/inspection';

/**
 * @param path - Steps joined by dots, as in a manifest's `facts`
 * @returns The schema of the fact, or undefined when an inspection has none at that path
 */
export function factSchema(path: string): z.ZodType | undefined {
  return schemaAt(Inspection, path.split('.'));
}

/** Every path of a fact; `NAME` stands for a name that only the image knows. */
export const FACT_PATHS: readonly string[] = pathsOf(Inspection);

/** @returns A hint for an error text: the nearest path of a fact, or all paths when none is near */
export function suggestFact(path: string): string {
  const all = suggest(path, FACT_PATHS);
  return /^did you mean "[^"]*"\?/.exec(all)?.[0] ?? all;
}

function schemaAt(schema: z.ZodType, steps: readonly string[]): z.ZodType | undefined {
  const bare = withoutNull(schema);
  const [step, ...rest] = steps;
  if (step === undefined) return schema;
  if (bare instanceof z.ZodObject) {
    const {shape} = bare as z.ZodObject<Record<string, z.ZodType>>;
    const inner = Object.hasOwn(shape, step) ? shape[step] : undefined;
    return inner && schemaAt(inner, rest);
  }
  // Names of packages have dots in them, so what follows is one name.
  if (bare instanceof z.ZodRecord) return bare.valueType as z.ZodType;
  if (!(bare instanceof z.ZodArray) || rest.length > 0) return undefined;
  if (step === 'length') return z.int();
  return /^\d+$/.test(step) ? (bare.element as z.ZodType) : undefined;
}

function pathsOf(schema: z.ZodType): string[] {
  const bare = withoutNull(schema);
  if (bare instanceof z.ZodRecord) return ['NAME'];
  if (!(bare instanceof z.ZodObject)) return [];
  return Object.entries((bare as z.ZodObject<Record<string, z.ZodType>>).shape).flatMap(([name, inner]) => {
    const inside = pathsOf(inner);
    return inside.length === 0 ? [name] : inside.map((path) => `${name}.${path}`);
  });
}

function withoutNull(schema: z.ZodType): z.ZodType {
  return schema instanceof z.ZodNullable ? (schema.unwrap() as z.ZodType) : schema;
}

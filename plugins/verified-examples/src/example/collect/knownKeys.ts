import * as z from 'zod';

/** The parts of JSON Schema that say which keys an object may have. */
interface JsonSchema {
  properties?: Readonly<Record<string, JsonSchema>>;
  additionalProperties?: JsonSchema | boolean;
  items?: JsonSchema;
  anyOf?: readonly JsonSchema[];
  oneOf?: readonly JsonSchema[];
  allOf?: readonly JsonSchema[];
  const?: unknown;
}

/**
 * @param path - Of an object in the value
 * @param value - Should fit the schema; where it has alternatives, a member that is fixed in one tells which is meant
 * @returns The keys that the schema knows there
 */
export function knownKeys(schema: z.ZodType, path: readonly PropertyKey[], value: unknown): string[] {
  // Zod's type of a JSON Schema has an index signature for everything else.
  let nodes = alternatives(
    z.toJSONSchema(schema, {io: 'input', unrepresentable: 'any'}) as JsonSchema,
    value,
  );
  let part = value;
  for (const step of path) {
    part = isObject(part) && Object.hasOwn(part, step) ? part[step] : undefined;
    nodes = nodes.flatMap((node) => inside(node, step)).flatMap((node) => alternatives(node, part));
  }
  return [...new Set(nodes.flatMap(({properties = {}}) => Object.keys(properties)))];
}

function inside({properties = {}, additionalProperties, items}: JsonSchema, step: PropertyKey): JsonSchema[] {
  if (typeof step === 'number') return items === undefined ? [] : [items];
  const own = Object.hasOwn(properties, step) ? properties[String(step)] : undefined;
  if (own !== undefined) return [own];
  return typeof additionalProperties === 'object' ? [additionalProperties] : [];
}

function alternatives(schema: JsonSchema, value: unknown): JsonSchema[] {
  const {anyOf = [], oneOf = [], allOf = []} = schema;
  const meant = [...anyOf, ...oneOf, ...allOf].filter((one) => !contradicts(one, value));
  return [schema, ...meant.flatMap((one) => alternatives(one, value))];
}

function contradicts({properties = {}}: JsonSchema, value: unknown): boolean {
  if (!isObject(value)) return false;
  return Object.entries(properties).some(
    ([key, member]) => member.const !== undefined && Object.hasOwn(value, key) && value[key] !== member.const,
  );
}

function isObject(value: unknown): value is Readonly<Record<PropertyKey, unknown>> {
  return typeof value === 'object' && value !== null;
}

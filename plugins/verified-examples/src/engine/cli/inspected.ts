/**
 * What `inspect --format '{{json .}}'` prints for one thing: Docker gives the thing, Podman 4 a list with it.
 */
export function parseInspected(json: string): unknown {
  const value: unknown = JSON.parse(json);
  return Array.isArray(value) ? value[0] : value;
}

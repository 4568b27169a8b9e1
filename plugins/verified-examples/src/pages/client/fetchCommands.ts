/** Fetches and unpacks the archive of an example into a folder of its own. */
export function fetchCommands(url: string, id: string): string[] {
  return [`curl -fLO ${url}`, `unzip ${id}.zip -d ${id}`, `cd ${id}`];
}

/** Fetches and unpacks the lab. */
export function fetchLabCommands(url: string): string[] {
  return [`curl -fLO ${url}`, 'unzip lab.zip'];
}

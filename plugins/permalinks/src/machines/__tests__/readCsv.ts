/**
 * Reads CSV by the grammar of RFC 4180, 2.
 *
 * @throws Error where it breaks it
 */
export function readCsv(text: string): string[][] {
  const records: string[][] = [];
  let record: string[] = [];
  const field = /(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n)/y;
  while (field.lastIndex < text.length) {
    const at = field.lastIndex;
    const match = field.exec(text);
    if (match === null) throw new Error(`no field at ${at}: ${JSON.stringify(text.slice(at, at + 20))}`);
    record.push(match[1]?.replaceAll('""', '"') ?? match[2] ?? '');
    if (match[3] === ',') continue;
    records.push(record);
    record = [];
  }
  const [head] = records;
  for (const [at, {length}] of records.entries())
    if (length !== head?.length) throw new Error(`record ${at} has ${length} fields`);
  return records;
}

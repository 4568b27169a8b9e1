export type Cell = string | number | boolean | null;

/**
 * Rows as RFC 4180 has them: lines end with CRLF, a field with a comma, a quote or a line end stands in quotes, and a quote
 * in it is doubled. Null is an empty field; an empty text is one in quotes.
 *
 * @param rows - The first names the columns; all are equally long
 */
export function csvOf(rows: readonly (readonly Cell[])[]): string {
  return rows.map((row) => `${row.map(fieldOf).join(',')}\r\n`).join('');
}

function fieldOf(cell: Cell): string {
  if (cell === null) return '';
  const text = String(cell);
  return text === '' || /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** Whether what is found is no part of a longer word, be there an escape before it: `\\nexec`, `[31mexec`. */
export function isWhole(input: string, at: number, length: number): boolean {
  if (isWordAt(input, at + length)) return false;
  if (!isWordAt(input, at - 1)) return true;
  return /(?:\\[nrt]|\[[\d;]{1,6}m|\\u[0-9a-f]{4})$/.test(input.slice(Math.max(0, at - 8), at));
}

function isWordAt(input: string, at: number): boolean {
  return /\w/.test(input.charAt(at));
}

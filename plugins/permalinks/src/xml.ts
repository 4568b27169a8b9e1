const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&apos;',
};

/** What XML has no way to write, escaped or not (XML 1.0, 2.2 "Char"): control characters, half pairs, U+FFFE and U+FFFF. */
const IMPOSSIBLE =
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;

/** A text for the content or an attribute of XML. What XML can't write is left out. */
export function escapeXml(text: string): string {
  return withoutControls(text).replace(/[&<>"']/g, (sign) => ENTITIES[sign] ?? sign);
}

/** A text without what XML can't write; for feeds in JSON too, which are read by the same programs. */
export function withoutControls(text: string): string {
  return text.replace(IMPOSSIBLE, '');
}

/** What is nobody else's business, most special first; each becomes its name. */
const PRIVATE: readonly [RegExp, string][] = [
  [/-----BEGIN [A-Z ]+-----[\s\S]*?(?:-----END [A-Z ]+-----|$)/g, '<key>'],
  [/\b([a-z][a-z0-9+.-]*:\/\/)[^\s"'<>`]+/gi, '$1<address>'],
  [/\beyJ[\w-]{8,}\.[\w-]{4,}\.[\w-]*/g, '<token>'],
  [/\b(?:gh[pousr]_|github_pat_|glpat-|xox[abprs]-|sk-|AKIA|ASIA)[\w-]{8,}/g, '<token>'],
  [/\b(bearer|basic|token)( +)[\w.~+/=-]{8,}/gi, '$1$2<token>'],
  [
    /\b([\w-]*(?:password|passwd|pwd|secret|token|api[_-]?key|authorization|credential)[\w-]*["']?\s*[=:]\s*)(?:"[^"]*"|'[^']*'|[^\s,;&]+)/gi,
    '$1<secret>',
  ],
  [/[\w.+-]+@[\w-]+(?:\.[\w-]+)+/g, '<mail>'],
  [/\b[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}\b/gi, '<id>'],
  [/\b[0-9a-f]{12,64}\b/gi, '<id>'],
  [/\b(?:[0-9a-f]{2}:){5}[0-9a-f]{2}\b/gi, '<mac>'],
];

/** Addresses that mean the same everywhere, and tell something. */
const KNOWN_ADDRESSES = new Set([
  '127.0.0.1',
  '0.0.0.0',
  '127.0.0.11',
  '127.0.0.53',
  '127.0.1.1',
  '169.254.20.10',
  '169.254.169.254',
  '168.63.129.16',
]);

/** Whether it is an address of IPv6 (RFC 4291, section 2.2), in brackets or not, other than the loopback one. */
function isIPv6(found: string): boolean {
  const [address = ''] = found.replace(/^\[|\]$/g, '').split('%');
  // An address of IPv4 at the end stands for two groups.
  const groups =
    address.split(/[:.]/).filter((group) => group !== '').length - (address.includes('.') ? 2 : 0);
  const gaps = address.split('::').length - 1;
  return address !== '::1' && groups > 0 && (gaps === 1 ? groups < 8 : gaps === 0 && groups === 8);
}

/** Files that are the same in every image. */
const KNOWN_PATHS =
  /^\/(?:etc\/(?:resolv\.conf|hosts|nsswitch\.conf|passwd|group|ssl\/[\w./-]*)|lib(?:64)?\/[\w./+-]*|usr\/(?:lib|local\/go|share\/zoneinfo|bin|sbin)[\w./+-]*|bin\/\w+|sbin\/\w+|tmp|proc\/[\w/]*|dev\/\w+)$/;

/** Endings of names that are no hosts: files and sources. */
const NO_HOST =
  /\.(?:so(?:\.\d+)*|go|c|cc|cpp|h|hpp|s|S|o|a|sh|py|js|ts|rs|java|conf|yaml|yml|json|toml|pc|mod|sum|txt|log|pem|crt|key)$/;

/**
 * A text without hosts, paths, addresses, mails and tokens, to be shown to others. What the same machine-independent
 * error has everywhere stays: loaders, libraries, loopback addresses.
 *
 * @param keep - Words that are not taken for hosts
 */
export function mask(text: string, keep: ReadonlySet<string> = new Set()): string {
  let masked = text;
  for (const [regex, name] of PRIVATE) masked = masked.replace(regex, name);
  return masked
    .replace(
      /\[[0-9a-f:.]*:[0-9a-f:.]+(?:%\w+)?\]|(?<![\w:.])[0-9a-f]{0,4}:[0-9a-f:]*:(?:[0-9a-f:.]*[0-9a-f])?(?:%\w+)?(?![\w:])/gi,
      (found) => (isIPv6(found) ? '[<ip>]' : found),
    )
    .replace(/(?<![\w.])(?:\d{1,3}\.){3}\d{1,3}(?![\w.]*\w)/g, (found) =>
      KNOWN_ADDRESSES.has(found) ? found : '<ip>',
    )
    .replace(/(?<![\w:<])(?:~|\.{0,2})?\/[\w.@+~%-]+(?:\/[\w.@+~%-]+)*\/?/g, (found) =>
      KNOWN_PATHS.test(found) ? found : '<path>',
    )
    .replace(/\b[A-Z]:\\[^\s"']+/g, '<path>')
    .replace(/(?<![\w.@/<-])[\w-]+(?:\.[\w-]+)+\.?(?![\w(])/g, (found) =>
      keep.has(found) || NO_HOST.test(found) || !/\.[a-z]{2,}\.?$/i.test(found) ? found : '<host>',
    )
    .replace(/(\blookup )(?!localhost\b)[\w-]+(?=[\s:])/g, '$1<host>');
}

/** Incidental text: true of one run only, in the words of the manifests' own rules. */
export const NORMALISATION: readonly {regex: string; as: string}[] = [
  {regex: String.raw`\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?(?:Z|[+-]\d\d:\d\d)`, as: '<time>'},
  // The standard prefix of Go's log package.
  {regex: String.raw`^\d{4}/\d\d/\d\d \d\d:\d\d:\d\d(?:\.\d+)?`, as: '<time>'},
  // An ephemeral source port, as Go's net errors print it: read udp 127.0.0.1:40123->127.0.0.1:53.
  {regex: String.raw`(\d{1,3}(?:\.\d{1,3}){3}|\[[0-9a-f:]+\]):\d{4,5}->`, as: '$1:<port>->'},
];

interface Normalisation {
  /** Strings of this run, such as the container's name and id, and what stands for them. */
  names?: Readonly<Record<string, string>>;
  /** Rules of the example's manifest. */
  rules?: readonly {regex: string; as: string}[];
}

/** Replaces incidental text before anything is compared or written. Line ends become `\n`. */
export function normalise(text: string, {names = {}, rules = []}: Normalisation): string {
  let result = text.replaceAll('\r\n', '\n');
  for (const [name, as] of Object.entries(names)) if (name !== '') result = result.replaceAll(name, as);
  for (const {regex, as} of [...NORMALISATION, ...rules])
    result = result.replace(new RegExp(regex, 'gm'), as);
  return result;
}

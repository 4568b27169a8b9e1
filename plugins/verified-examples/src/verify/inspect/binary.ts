import type {Binary} from '../../proof/model/inspection';

/** Marks the border between the two tools' outputs in one run. */
export const BORDER = '=====';

/** Shell script that a toolbox container runs on the program at /inspect/app. */
export const TOOLS = `readelf -W -h -l -d -V /inspect/app && echo ${BORDER} && go version -m /inspect/app`;

type ElfFacts = Pick<Binary, 'architecture' | 'linkage' | 'interpreter' | 'needed' | 'glibcRequired'>;

/**
 * @param output - What {@link TOOLS} printed
 * @throws Error when the output is not of that form: a fact is never guessed
 */
export function parseTools(output: string): ElfFacts & Pick<Binary, 'go'> {
  const [readelf, goVersion] = output.split(`${BORDER}\n`);
  if (readelf === undefined || goVersion === undefined)
    throw new Error(`readelf and go version printed:\n${output}`);
  return {...parseReadelf(readelf), go: parseGoVersion(goVersion)};
}

/** @param output - Of `readelf -W -h -l -d -V` (GNU binutils) */
export function parseReadelf(output: string): ElfFacts {
  const architecture = /^ {2}Machine: +(.+)$/m.exec(output)?.[1];
  const type = /^ {2}Type: +(\w+)/m.exec(output)?.[1];
  if (architecture === undefined || type === undefined)
    throw new Error(`readelf printed no ELF header:\n${output}`);
  const interpreter = /\[Requesting program interpreter: (.+)\]/.exec(output)?.[1] ?? null;
  const needed = [...output.matchAll(/\(NEEDED\) +Shared library: \[(.+)\]/g)].map(([, name = '']) => name);
  const dynamic = interpreter !== null || needed.length > 0;
  return {
    architecture,
    linkage: dynamic ? 'dynamic' : type === 'DYN' ? 'static-pie' : 'static',
    interpreter,
    needed,
    glibcRequired: highestGlibc(output),
  };
}

function highestGlibc(output: string): string | null {
  const versions = [...output.matchAll(/Name: GLIBC_(\d+(?:\.\d+)+)/g)].map(([, version = '']) => version);
  return versions.sort(compareVersions).at(-1) ?? null;
}

function compareVersions(a: string, b: string): number {
  const [left, right] = [a.split('.').map(Number), b.split('.').map(Number)];
  for (let index = 0; index < Math.max(left.length, right.length); index++) {
    const difference = (left[index] ?? 0) - (right[index] ?? 0);
    if (difference !== 0) return difference;
  }
  return 0;
}

/** @param output - Of `go version -m FILE` */
export function parseGoVersion(output: string): Binary['go'] {
  const version = /: (go\S+|devel \S+)/.exec(output)?.[1];
  if (version === undefined) throw new Error(`go version found no Go program:\n${output}`);
  const settings = [...output.matchAll(/^\tbuild\t([^=\n]+)=(.*)$/gm)].map(
    ([, name = '', value = '']) => [name, unquote(value)] as const,
  );
  return {version, settings: Object.fromEntries(settings.sort(([a], [b]) => (a < b ? -1 : 1)))};
}

/** Values with special characters are quoted as Go strings, which here are JSON strings too. */
function unquote(value: string): string {
  return value.startsWith('"') ? String(JSON.parse(value)) : value;
}

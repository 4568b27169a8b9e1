import type {Scenario} from '../example/model/scenario';

/**
 * The command of a scenario as a reader types it in the unpacked folder, with the example's id as the image's name. What
 * the runner adds to lock the container down is left out; it changes no outcome that is shown. What the scenario itself asks
 * for is said: its limits, kernel settings and seccomp profile.
 *
 * @param platform - Said where there is more than one to choose from
 */
export function readerCommand(image: string, scenario: Scenario, platform?: string): string {
  const [program, ...programArgs] = scenario.entrypoint ?? [];
  const words = [
    'docker run --rm',
    ...(platform === undefined ? [] : [`--platform ${platform}`]),
    ...(scenario.stdin === undefined ? [] : ['-i']),
    ...(scenario.network === 'lab' ? ['--network container:lab'] : ['--network none']),
    ...limitWords(scenario),
    ...(scenario.user === undefined ? [] : [`--user ${scenario.user}`]),
    ...Object.entries(scenario.env).map(([name, value]) => `-e ${quote(`${name}=${value}`)}`),
    ...scenario.files.map(({path, from}) => `-v ./${quote(from ?? path.split('/').at(-1) ?? '')}:${path}:ro`),
    ...scenario.writable.map((folder) => `--tmpfs ${folder}`),
    ...(program === undefined ? [] : [`--entrypoint ${quote(program)}`]),
    image,
    ...[...programArgs, ...scenario.args].map(quote),
  ];
  return words.join(' ');
}

function limitWords({limits, sysctls, seccomp}: Scenario): string[] {
  const options = [
    ['--pids-limit', limits?.pids],
    ['--ulimit', limits?.nofile === undefined ? undefined : `nofile=${limits.nofile}:${limits.nofile}`],
    ['--memory', limits?.memory],
    ...Object.entries(sysctls ?? {}).map(([name, value]) => ['--sysctl', `${name}=${value}`] as const),
    ['--security-opt', seccomp === undefined ? undefined : `seccomp=${seccomp}`],
  ] as const;
  return options.flatMap(([option, value]) =>
    value === undefined ? [] : [`${option} ${quote(String(value))}`],
  );
}

/** The command that builds a variant, as a reader types it in the unpacked folder. */
export function readerBuildCommand(
  image: string,
  variant: {buildArgs: Readonly<Record<string, string>>; dockerfile: string; target?: string | undefined},
  platform: string | undefined,
): string {
  return [
    'docker build',
    ...(platform === undefined ? [] : [`--platform ${platform}`]),
    ...(variant.dockerfile === 'Dockerfile' ? [] : [`-f ${quote(variant.dockerfile)}`]),
    ...(variant.target === undefined ? [] : [`--target ${variant.target}`]),
    ...Object.entries(variant.buildArgs).map(([name, value]) => `--build-arg ${quote(`${name}=${value}`)}`),
    `-t ${image}`,
    '.',
  ].join(' ');
}

/** Quotes a word for a POSIX shell, only where it must be. */
export function quote(word: string): string {
  return /^[\w@%+=:,./-]+$/.test(word) ? word : `'${word.replaceAll("'", "'\\''")}'`;
}

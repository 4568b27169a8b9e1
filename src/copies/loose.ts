/**
 * Steps without what people change when they take a Dockerfile over: versions of images, names of stages, of the program and
 * of its port, defaults of arguments, cache mounts. Only for finding what is alike; edits are counted in the steps as they are.
 */
export function loosen(units: readonly string[]): string[] {
  const stages = new Set(units.flatMap((text) => /^FROM .* AS (\S+)$/i.exec(text)?.[1]?.toLowerCase() ?? []));
  const program = programOf(units);
  return units.map((text) => {
    if (text.startsWith('FROM ')) return looseFrom(text, stages);
    if (text.startsWith('ARG ')) return text.replace(/=\S*/g, '=');
    if (text.startsWith('EXPOSE ')) return 'EXPOSE';
    const bare = text.replace(/--from=\S+/g, '--from').replace(/--mount=type=cache\S* /g, '');
    return program === null ? bare : bare.replace(program, '@');
  });
}

function looseFrom(text: string, stages: ReadonlySet<string>): string {
  const image = text.replace(/ AS \S+$/i, '').replace(/@sha256:[0-9a-f]+/, '');
  const base = image.split(' ').at(-1) ?? '';
  return stages.has(base.toLowerCase()) ? 'FROM stage' : image.replace(/\d+(?:\.\d+)*|\$\{?\w+\}?/g, '#');
}

/** Finds the name of what the last stage starts, where it stands in a path. */
function programOf(units: readonly string[]): RegExp | null {
  const started = units.findLast((text) => /^(?:ENTRYPOINT|CMD) \[/.test(text)) ?? '';
  const name = /\/([\w.-]+)"/.exec(started)?.[1];
  return name === undefined ? null : new RegExp(`(?<=/)${name.replace(/[.-]/g, '\\$&')}(?![\\w.-])`, 'g');
}

import {DockerfileParser, type Dockerfile} from 'dockerfile-ast';
import type {Problem} from '../../problems';
import {basePlatformOf, type BasePlatform} from './basePlatforms';

/** What the plugin needs to know of a Dockerfile, for one set of build arguments. */
export interface DockerfileFacts {
  /** Every image named in a FROM, a COPY --from or a RUN --mount from=, resolved, each once, in order. */
  bases: string[];
  /** Each base as the Dockerfile writes it, with ARGs, to the resolved name. */
  written: Record<string, string>;
  /** Each base to where it is used, each once. */
  platforms: Record<string, BasePlatform[]>;
  stages: Stage[];
}

/** Lines count from 1; `end` is inclusive. */
export interface Stage {
  name: string | undefined;
  /** Image or earlier stage it starts from, resolved. */
  from: string;
  start: number;
  end: number;
}

/**
 * @param text - The Dockerfile
 * @param buildArgs - Build arguments given on the command line
 * @param file - Its name in problem reports
 * @param problems - Unresolvable names and undeclared build arguments are added here
 */
export function analyseDockerfile(
  text: string,
  buildArgs: Readonly<Record<string, string>>,
  file: string,
  problems: Problem[],
): DockerfileFacts {
  const dockerfile = DockerfileParser.parse(text);
  const values = globalArguments(dockerfile, buildArgs);
  reportUndeclared(dockerfile, buildArgs, file, problems);
  const stageNames = new Set<string>();
  const bases = new Set<string>();
  const written: Record<string, string> = {};
  const platforms: Record<string, BasePlatform[]> = {};
  const addBase = (name: string, resolved: string, platform: BasePlatform) => {
    bases.add(resolved);
    written[name] = resolved;
    const known = (platforms[resolved] ??= []);
    if (!known.includes(platform)) known.push(platform);
  };
  for (const from of dockerfile.getFROMs()) {
    const image = from.getImage();
    const line = from.getRange().start.line + 1;
    if (image === null) problems.push({file, line, column: 1, message: 'FROM names no image'});
    else {
      const resolved = substitute(image, values, (name) => {
        problems.push({
          file,
          line,
          column: 6,
          message: `FROM uses \${${name}}, which has no value: give its ARG a default`,
        });
      });
      const flag = from.getPlatformFlag()?.getValue();
      const platform = basePlatformOf(flag);
      if (platform === undefined) {
        const message = `FROM --platform=${flag ?? ''}: expected $BUILDPLATFORM, $TARGETPLATFORM or a platform such as linux/arm64`;
        problems.push({file, line, column: 6, message});
      }
      if (!stageNames.has(resolved.toLowerCase())) addBase(image, resolved, platform ?? 'target');
    }
    const stage = from.getBuildStage();
    if (stage !== null) stageNames.add(stage.toLowerCase());
  }
  for (const reference of copiedFrom(dockerfile)) {
    const resolved = substitute(reference, values, () => undefined);
    if (!/^\d+$/.test(resolved) && !stageNames.has(resolved.toLowerCase()))
      addBase(reference, resolved, 'target');
  }
  if (bases.size === 0) problems.push({file, line: 1, column: 1, message: 'there is no FROM'});
  return {bases: [...bases], written, platforms, stages: stagesOf(dockerfile, text, values)};
}

/**
 * @param target - Stage that is built; undefined: the last
 * @returns The image that the built image starts from, through all stages
 */
export function finalBase({stages}: DockerfileFacts, target: string | undefined): string | undefined {
  const byName = (name: string) => stages.find((stage) => stage.name?.toLowerCase() === name.toLowerCase());
  let stage = target === undefined ? stages.at(-1) : byName(target);
  while (stage !== undefined) {
    const parent = byName(stage.from);
    if (parent === undefined || parent === stage) return stage.from;
    stage = parent;
  }
  return undefined;
}

/** ARGs before the first FROM are the only ones a FROM can use (Dockerfile reference, "Understand how ARG and FROM interact"). */
function globalArguments(dockerfile: Dockerfile, buildArgs: Readonly<Record<string, string>>) {
  const values = new Map<string, string>();
  for (const instruction of dockerfile.getInitialARGs()) {
    const property = instruction.getProperty();
    if (property === null) continue;
    const given = buildArgs[property.getName()] ?? property.getValue();
    if (given !== null)
      values.set(
        property.getName(),
        substitute(given, values, () => undefined),
      );
  }
  return values;
}

/** Docker only warns of a build argument that no ARG declares, and goes on with the defaults. */
function reportUndeclared(
  dockerfile: Dockerfile,
  buildArgs: Readonly<Record<string, string>>,
  file: string,
  problems: Problem[],
) {
  const declared = new Set(dockerfile.getARGs().map((arg) => arg.getProperty()?.getName()));
  for (const name of Object.keys(buildArgs)) {
    if (!declared.has(name))
      problems.push({file, message: `build argument ${name} is given but no ARG declares it`});
  }
}

function substitute(
  text: string,
  values: ReadonlyMap<string, string>,
  onMissing: (name: string) => void,
): string {
  return text.replace(
    /\$\{(\w+)(?::-([^}]*))?\}|\$(\w+)/g,
    (whole, braced: string | undefined, fallback: string | undefined, bare: string | undefined) => {
      const name = braced ?? bare ?? '';
      const value = values.get(name) ?? fallback;
      if (value === undefined) onMissing(name);
      return value ?? whole;
    },
  );
}

function copiedFrom(dockerfile: Dockerfile): string[] {
  const flags = dockerfile.getCOPYs().map((copy) => copy.getFromFlag()?.getValue());
  const mounts = dockerfile
    .getInstructions()
    .filter((instruction) => instruction.getKeyword() === 'RUN')
    .flatMap((run) =>
      [...(run.getArgumentsContent() ?? '').matchAll(/--mount=\S*\bfrom=([^,\s]+)/g)].map(([, from]) => from),
    );
  return [...flags, ...mounts].filter(
    (reference): reference is string => typeof reference === 'string' && reference !== '',
  );
}

function stagesOf(dockerfile: Dockerfile, text: string, values: ReadonlyMap<string, string>): Stage[] {
  const froms = dockerfile.getFROMs();
  const lines = text.split('\n');
  return froms.map((from, index) => {
    const next = froms[index + 1];
    let end = next === undefined ? lines.length : leadingComments(lines, next.getRange().start.line);
    while (end > 1 && lines[end - 1]?.trim() === '') end--;
    const start = leadingComments(lines, from.getRange().start.line) + 1;
    const image = substitute(from.getImage() ?? '', values, () => undefined);
    return {name: from.getBuildStage() ?? undefined, from: image, start, end};
  });
}

/** A comment right above a FROM speaks of that stage, so the stage begins with it. */
function leadingComments(lines: readonly string[], fromLine: number): number {
  let line = fromLine;
  while (line > 0 && lines[line - 1]?.startsWith('#')) line--;
  return line;
}

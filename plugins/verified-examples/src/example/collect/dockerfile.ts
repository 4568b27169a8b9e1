import type {Problem} from '../../problems';
import {suggest} from '../../nearest';
import {argumentsOf, globalArguments} from '../dockerfile/globalArguments';
import {readDirectives} from '../dockerfile/directives';
import type {Lookup} from '../dockerfile/expand';
import {readFrom} from '../dockerfile/from';
import {sourcesOf, type Source} from '../dockerfile/images';
import {readInstructions, type Instruction, type Place, type ReportAt} from '../dockerfile/instructions';
import type {BasePlatform} from './basePlatforms';

/** What the plugin needs to know of a Dockerfile, for one set of build arguments. */
export interface DockerfileFacts {
  /** Every image named in a FROM, a COPY --from or a RUN --mount from=, resolved, each once. */
  bases: string[];
  /** Each base as the Dockerfile writes it, with ARGs, to the resolved name. */
  written: Record<string, string>;
  /** Each base to where it is used, each once. */
  platforms: Record<string, BasePlatform[]>;
  /** Each base to where it is named first. */
  places: Record<string, Place>;
  stages: Stage[];
}

/** Lines count from 1; `end` is inclusive. */
export interface Stage {
  name: string | undefined;
  /** Image or earlier stage it starts from, resolved. */
  from: string;
  start: number;
  end: number;
  /** Numbers of the earlier stages that it takes files from, counted from 0. */
  copiesFrom: number[];
}

/**
 * Finds every image that a build takes anything from. What would let another one in is refused: a directive that names
 * an image, an ONBUILD, and any spelling that builders read in different ways.
 *
 * @param text - The Dockerfile
 * @param buildArgs - Build arguments given on the command line
 * @param file - Its name in problem reports
 * @param problems - What is refused is added here, with line and column
 */
export function analyseDockerfile(
  text: string,
  buildArgs: Readonly<Record<string, string>>,
  file: string,
  problems: Problem[],
): DockerfileFacts {
  const report: ReportAt = (place, message) => problems.push({file, ...place, message});
  const escape = readDirectives(text, report);
  const instructions = readInstructions(text, escape, report);
  const lookup = globalArguments(instructions, buildArgs, escape);
  reportUndeclared(instructions, buildArgs, escape, (message) => problems.push({file, message}));
  const images = new Images(report);
  for (const instruction of instructions) addImages(images, instruction, {escape, lookup, report});
  if (images.stages.length === 0) report({line: 1, column: 1}, 'there is no FROM');
  return {...images.facts(), stages: stagesOf(images.stages, text)};
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

/**
 * @param target - Stage that is built; undefined: the last
 * @returns The stages that the image of the target is made from, in their order
 */
export function usedStages({stages}: Pick<DockerfileFacts, 'stages'>, target: string | undefined): Stage[] {
  const named = (name: string) =>
    stages.findIndex((stage) => stage.name?.toLowerCase() === name.toLowerCase());
  const used = new Set<number>();
  const visit = (index: number) => {
    const stage = stages[index];
    if (stage === undefined || used.has(index)) return;
    used.add(index);
    for (const source of [named(stage.from), ...stage.copiesFrom]) visit(source);
  };
  visit(target === undefined ? stages.length - 1 : named(target));
  return stages.filter((_, index) => used.has(index));
}

interface Reading {
  escape: string;
  lookup: Lookup;
  report: ReportAt;
}

function addImages(images: Images, instruction: Instruction, {escape, lookup, report}: Reading): void {
  if (instruction.keyword === 'ONBUILD')
    report(
      instruction.place,
      'ONBUILD takes effect in later builds, which nothing here proves: write the instruction in their Dockerfiles',
    );
  if (instruction.keyword !== 'FROM') {
    for (const source of sourcesOf(instruction, escape, report)) images.addSource(source);
    return;
  }
  const from = readFrom(instruction, {escape, lookup, report});
  if (from.image !== undefined && !images.isStage(from.image.resolved))
    images.add(from.image.written, from.image.resolved, from.platform, from.place);
  images.stages.push({
    name: from.stage,
    from: from.image?.resolved ?? from.written,
    line: instruction.place.line,
    copiesFrom: new Set(),
  });
}

interface Begun {
  name: string | undefined;
  from: string;
  line: number;
  copiesFrom: Set<number>;
}

/** The images and stages seen so far: a name is that of a stage once the stage has begun, and that of an image before. */
class Images {
  readonly stages: Begun[] = [];
  private readonly written = new Map<string, string>();
  private readonly platforms = new Map<string, Set<BasePlatform>>();
  private readonly places = new Map<string, Place>();

  constructor(private readonly report: ReportAt) {}

  isStage(name: string): boolean {
    return this.indexOf(name) !== -1;
  }

  private indexOf(name: string): number {
    return this.stages.findIndex((stage) => stage.name?.toLowerCase() === name.toLowerCase());
  }

  add(written: string, resolved: string, platform: BasePlatform, place: Place): void {
    this.written.set(written, resolved);
    this.platforms.set(resolved, (this.platforms.get(resolved) ?? new Set()).add(platform));
    if (!this.places.has(resolved)) this.places.set(resolved, place);
  }

  /** The stage being built is no source of its own. */
  addSource({name, place, numbered}: Source): void {
    if (/^[-+]?\d+$/.test(name)) {
      const count = this.stages.length - 1;
      if (!numbered)
        this.report(
          place,
          `--mount from=${name}: a mount cannot name a stage by number; give the stage a name`,
        );
      else if (Number(name) < 0 || Number(name) >= count)
        this.report(
          place,
          `--from=${name}: no earlier stage has this number; this one is ${count}, counted from 0`,
        );
      else this.stages.at(-1)?.copiesFrom.add(Number(name));
      return;
    }
    if (this.stages.at(-1)?.name?.toLowerCase() === name.toLowerCase())
      this.report(place, `a stage cannot copy from itself: ${name}`);
    else if (this.isStage(name)) this.stages.at(-1)?.copiesFrom.add(this.indexOf(name));
    else this.add(name, name, 'target', place);
  }

  facts(): Omit<DockerfileFacts, 'stages'> {
    return {
      bases: [...this.platforms.keys()],
      written: Object.fromEntries(this.written),
      platforms: Object.fromEntries([...this.platforms].map(([ref, used]) => [ref, [...used]])),
      places: Object.fromEntries(this.places),
    };
  }
}

/** Docker only warns of a build argument that no ARG declares, and goes on with the defaults. */
function reportUndeclared(
  instructions: readonly Instruction[],
  buildArgs: Readonly<Record<string, string>>,
  escape: string,
  report: (message: string) => void,
) {
  const args = instructions.filter(({keyword}) => keyword === 'ARG');
  const declared = new Set(args.flatMap((arg) => argumentsOf(arg, escape)).map(({name}) => name));
  for (const name of Object.keys(buildArgs)) {
    if (!declared.has(name))
      report(`build argument ${name} is given but no ARG declares it; ${suggest(name, declared)}`);
  }
}

function stagesOf(begun: readonly Begun[], text: string): Stage[] {
  const lines = text.split('\n');
  return begun.map(({name, from, line, copiesFrom}, index) => {
    const next = begun[index + 1];
    let end = next === undefined ? lines.length : leadingComments(lines, next.line - 1);
    while (end > 1 && lines[end - 1]?.trim() === '') end--;
    return {name, from, start: leadingComments(lines, line - 1) + 1, end, copiesFrom: [...copiesFrom]};
  });
}

/** A comment right above a FROM speaks of that stage, so the stage begins with it. */
function leadingComments(lines: readonly string[], fromLine: number): number {
  let line = fromLine;
  while (line > 0 && lines[line - 1]?.startsWith('#')) line--;
  return line;
}

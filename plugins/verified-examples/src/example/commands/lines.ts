import type {Scenario} from '../model/scenario';
import {buildArgsOf} from '../model/buildPlatform';
import type {Variant} from '../model/manifest';
import {milliseconds} from '../model/primitives';
import {
  askingContainer,
  examinedContainer,
  labContainer,
  lookingContainer,
  type Container,
} from './containers';
import {CONTEXT} from './files';
import type {Names} from './names';
import {line} from '../../shell';

/**
 * The commands of a scenario as a reader types them in the unpacked archive, each a line. Those of the lab, which a
 * scenario beside it needs running, are in {@link labLines}.
 *
 * @param platform - Said where a variant is proved on more than one
 */
export function scenarioLines(scenario: Scenario, names: Names, platform?: string): string[] {
  const {look, http, network} = scenario;
  const examined = withPlatform(examinedContainer(scenario, names), platform);
  if (look !== undefined) {
    const looking = lookingLines(scenario, names, platform);
    const running = look.joins !== undefined || look.inspect === 'container';
    if (!running || network === 'lab') return looking;
    const wait = look.after === undefined ? [] : [`sleep ${milliseconds(look.after) / 1000}`];
    const end = line('docker', 'rm', '-f', names.container);
    return [background(names.container, examined), ...wait, ...looking, end];
  }
  if (http === undefined) return [run(examined)];
  return [
    background(names.container, examined),
    ...http.map((check) => run(askingContainer(scenario, check, names))),
    line('docker', 'stop', names.container),
    line('docker', 'logs', names.container),
    line('docker', 'rm', names.container),
  ];
}

/**
 * The commands of a look alone: on an image, or on a container that runs already.
 *
 * @param platform - As in {@link scenarioLines}
 */
export function lookingLines(scenario: Scenario, names: Names, platform?: string): string[] {
  const {take, list, inspect, args} = scenario.look ?? {args: []};
  if (inspect !== undefined) {
    const subject = inspect === 'image' ? names.image : names.container;
    return [line('docker', 'inspect', '--format', ...args, subject)];
  }
  const looking = run(lookingContainer(scenario, names));
  if (take === undefined && list === undefined) return [looking];
  return [
    created(names, platform),
    take === undefined
      ? line('docker', 'export', '-o', bare(names.tar), names.look)
      : line('docker', 'cp', `${names.look}:${take}`, bare(names.taken)),
    line('docker', 'rm', names.look),
    looking,
  ];
}

/** Builds the stage whose image brings the tool of a look; nothing where none does. */
export function stageLines(
  {look}: Pick<Scenario, 'look'>,
  variant: Parameters<typeof buildLine>[1],
  names: Names,
  platform?: string,
): string[] {
  const {stage} = look ?? {};
  return stage === undefined ? [] : [buildLine(names.stage(stage), {...variant, target: stage}, platform)];
}

/** Starts the lab as a scenario needs it; shows what it was asked; ends it. */
export function labLines(scenario: Scenario, names: Names): {start: string; logs: string; end: string} {
  const {container} = names.lab;
  return {
    start: background(container, labContainer(scenario, names)),
    logs: line('docker', 'logs', container),
    end: line('docker', 'rm', '-f', container),
  };
}

/** Builds the image of a variant from the unpacked archive. */
export function buildLine(
  image: string,
  {
    dockerfile,
    target,
    secrets = {},
    ...definition
  }: Pick<Variant, 'dockerfile' | 'target' | 'buildArgs' | 'buildPlatform' | 'secrets'>,
  platform?: string,
): string {
  return line(
    ...['docker', 'build'],
    ...(platform === undefined ? [] : ['--platform', platform]),
    ...(dockerfile === 'Dockerfile' ? [] : ['-f', `${CONTEXT}/${dockerfile}`]),
    ...(target === undefined ? [] : ['--target', target]),
    ...Object.entries(buildArgsOf(definition)).flatMap(([name, value]) => [
      '--build-arg',
      `${name}=${value}`,
    ]),
    ...Object.entries(secrets).flatMap(([id, file]) => ['--secret', `id=${id},src=${CONTEXT}/${file}`]),
    ...['-t', image, CONTEXT],
  );
}

/** Builds the lab from the unpacked archive. */
export const BUILD_LAB = line('docker', 'build', '-t', 'lab', 'lab');

function bare(file: string): string {
  return file.replace(/^\.\//, '');
}

function created({look, image}: Names, platform: string | undefined): string {
  return line(
    ...['docker', 'create', '--name', look],
    ...(platform === undefined ? [] : ['--platform', platform]),
    image,
  );
}

function run({options, image, args}: Container): string {
  return line('docker', 'run', '--rm', ...options, image, ...args);
}

function background(name: string, {options, image, args}: Container): string {
  return line('docker', 'run', '-d', '--name', name, ...options, image, ...args);
}

function withPlatform(container: Container, platform: string | undefined): Container {
  if (platform === undefined) return container;
  return {...container, options: ['--platform', platform, ...container.options]};
}

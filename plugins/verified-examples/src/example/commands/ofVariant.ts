import type {Example} from '../collect/example';
import {saysPlatform} from '../model/platforms';
import type {Scenario} from '../model/scenario';
import {buildLine, scenarioLines, stageLines} from './lines';
import {imageName, readerNames} from './names';

/** What a reader calls the image of a variant, and the platform where commands say it. */
export function imageOf(
  {id, manifest}: Pick<Example, 'id' | 'manifest'>,
  variant: string,
  platform: string,
): {image: string; told: string | undefined} {
  const told = saysPlatform(manifest, variant) ? platform : undefined;
  return {image: imageName(id, variant, told), told};
}

/** The command that builds a variant on a platform; empty for a variant that there is not. */
export function buildCommand(example: Example, variant: string, platform: string): string {
  const definition = example.manifest.variants[variant];
  const {image, told} = imageOf(example, variant, platform);
  return definition === undefined ? '' : buildLine(image, definition, told);
}

/** The commands of a scenario in a variant on a platform. */
export function runCommands(
  example: Example,
  variant: string,
  platform: string,
  scenario: Scenario,
): string[] {
  const {image, told} = imageOf(example, variant, platform);
  const names = readerNames(image, scenario.id);
  const definition = example.manifest.variants[variant];
  const tools = definition === undefined ? [] : stageLines(scenario, definition, names, told);
  return [...tools, ...scenarioLines(scenario, names, told)];
}

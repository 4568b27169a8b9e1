import {basePlatformOf, type BasePlatform} from '../collect/basePlatforms';
import {expand, type Lookup} from './expand';
import {readFlags, type Flag} from './flags';
import type {Instruction, Place, ReportAt} from './instructions';

/** What a FROM says. */
export interface From {
  /** Undefined: it was reported why it is not known. */
  image: {written: string; resolved: string} | undefined;
  /** The image as it is written; empty when there is none. */
  written: string;
  /** Where the image stands. */
  place: Place;
  stage: string | undefined;
  platform: BasePlatform;
}

/** Names of stages (BuildKit `frontend/dockerfile/instructions/parse.go`, `validStageName`), before they become lower case. */
const STAGE = /^[a-z][a-z0-9._-]*$/i;

/**
 * Reads a FROM: `FROM [--platform=…] IMAGE [AS NAME]`.
 *
 * @param report - Told of anything else, and of an image that the build arguments do not tell
 */
export function readFrom(
  instruction: Instruction,
  {escape, lookup, report}: {escape: string; lookup: Lookup; report: ReportAt},
): From {
  const {flags, rest} = readFlags(instruction, escape, report);
  const [written = '', ...more] = instruction.args
    .slice(rest)
    .trim()
    .split(/[\t\v\f\r ]+/);
  const place = instruction.placeOf(rest);
  const from = {written, place, platform: platformOf(flags, lookup, report)};
  const [as = '', stage = ''] = more;
  if (more.length > 0 && (more.length !== 2 || as.toUpperCase() !== 'AS' || !STAGE.test(stage)))
    report(instruction.place, 'expected FROM IMAGE or FROM IMAGE AS NAME, NAME beginning with a letter');
  const named = {...from, stage: more.length === 2 ? stage : undefined};
  const resolved = expand(written, lookup, escape);
  if ('failure' in resolved) report(place, `FROM ${resolved.failure}`);
  else if (resolved.text === '') report(written === '' ? instruction.place : place, 'FROM names no image');
  else return {...named, image: {written, resolved: resolved.text}};
  return {...named, image: undefined};
}

function platformOf(flags: readonly Flag[], lookup: Lookup, report: ReportAt): BasePlatform {
  let platform: BasePlatform = 'target';
  for (const {name, value = '', place} of flags) {
    const variable = /^\$\{?(\w+)\}?$/.exec(value)?.[1];
    const known = basePlatformOf(value);
    if (name !== 'platform') report(place, `FROM has no flag --${name}`);
    else if (known === undefined)
      report(
        place,
        `FROM --platform=${value}: expected $BUILDPLATFORM, $TARGETPLATFORM or a platform such as linux/arm64`,
      );
    else if (variable !== undefined && 'text' in (lookup(variable) ?? {failure: ''}))
      report(place, `FROM --platform=${value}: ARG ${variable} has its own value here: remove that value`);
    else platform = known;
  }
  if (flags.filter(({name}) => name === 'platform').length > 1)
    report(flags.at(-1)?.place ?? {line: 1, column: 1}, 'FROM --platform is given twice');
  return platform;
}

import {readFlags} from './flags';
import type {Instruction, Place, ReportAt} from './instructions';

/** What a COPY, an ADD or a RUN takes files from beside the build context: a stage, or an image. */
export interface Source {
  name: string;
  place: Place;
  /** Whether a number is that of a stage; in a mount it is a name like any other. */
  numbered: boolean;
}

/**
 * Every `from` of an instruction: of COPY's flag, and of each mount of a RUN.
 *
 * @param report - Told of one that Docker refuses, or that it and Podman read in different ways
 */
export function sourcesOf(instruction: Instruction, escape: string, report: ReportAt): Source[] {
  const {keyword} = instruction;
  if (keyword !== 'COPY' && keyword !== 'ADD' && keyword !== 'RUN') return [];
  const {flags} = readFlags(instruction, escape, report);
  const sources = flags.flatMap(({name, value, place}): Source[] => {
    if (keyword === 'RUN') return name === 'mount' ? mountSources(value ?? '', place, report) : [];
    if (name !== 'from') return [];
    if (keyword === 'ADD') report(place, 'ADD has no --from: use COPY');
    else if (value === undefined || value === '') report(place, '--from has no value: write --from=NAME');
    else return plain('--from', {name: value, place, numbered: true}, report);
    return [];
  });
  if (keyword === 'COPY' && sources.length > 1) {
    const [, second] = sources;
    if (second !== undefined) report(second.place, '--from is given twice');
  }
  return sources;
}

/** Options of a mount are separated by commas (BuildKit `instructions/commands_runmount.go`, `parseMount`). */
function mountSources(value: string, place: Place, report: ReportAt): Source[] {
  if (value.includes('"')) {
    report(place, '--mount has quotes inside its value: write its options without them');
    return [];
  }
  const names = value.split(',').flatMap((option) => {
    const [, name] = /^from=(.*)$/is.exec(option) ?? [];
    return name === undefined || name === '' ? [] : [name];
  });
  if (names.length > 1) report(place, '--mount has more than one from');
  return names.flatMap((name) => plain('--mount from', {name, place, numbered: false}, report));
}

/** Docker expands no variables here. Podman does, of some. */
function plain(what: string, source: Source, report: ReportAt): Source[] {
  if (!/[$'"\\`]/.test(source.name)) return [source];
  const remedy = 'make the image a stage (FROM … AS name) and name that';
  report(source.place, `${what}=${source.name}: variables are not expanded here; ${remedy}`);
  return [];
}

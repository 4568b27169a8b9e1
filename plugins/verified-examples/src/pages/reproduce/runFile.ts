import type {Example} from '../../example/collect/example';
import {buildLine, labLines, scenarioLines, stageLines} from '../../example/commands/lines';
import {imageName, readerNames} from '../../example/commands/names';
import {platformsOf, saysPlatform, type Platform} from '../../example/model/platforms';
import type {Scenario} from '../../example/model/scenario';
import {buildOf, scenariosOf} from '../../example/model/variant';
import type {TextExpectation} from '../../example/model/primitives';
import {quote} from '../../shell';
import {patternWord, toExtended, type TextFile} from './patterns';
import {rulesFile} from './rules';

/** What reproduce.sh repeats: a file for each build and each recorded run, with what must come out. */
export function runFiles(example: Example): TextFile[] {
  const {manifest} = example;
  return [
    ...Object.keys(manifest.variants).flatMap((variant) =>
      platformsOf(manifest, variant).flatMap((platform) => filesOf(example, variant, platform)),
    ),
    rulesFile(manifest.normalise),
  ];
}

/** By this line reproduce.sh knows a build that it leaves out unless the variant is named. */
const SLOW = '# slow';

function filesOf(example: Example, variant: string, platform: Platform): TextFile[] {
  const {manifest, variants} = example;
  const told = saysPlatform(manifest, variant) ? platform : undefined;
  const image = imageName(example.id, variant, told);
  const name = image.slice(example.id.length + 1);
  const definition = variants[variant];
  if (definition === undefined) return [];
  const build = buildOf(manifest, variant);
  const expected =
    build === 'success' ? ['exits 0'] : ['exits nonzero', ...matchers('output', build.failure)];
  return [
    file('build', name, definition.title, [
      ...(definition.slow === true ? [SLOW] : []),
      `run ${buildLine(image, definition, told)}`,
      ...expected,
    ]),
    ...scenariosOf(manifest, variant).map((scenario) =>
      file(scenario.id, name, scenario.title, [
        ...stageLines(scenario, definition, readerNames(image, scenario.id), told).map(
          (line) => `prepare ${line}`,
        ),
        ...steps(scenario, image, told),
      ]),
    ),
  ];
}

function file(scenario: string, name: string, title: string, lines: readonly string[]): TextFile {
  return {path: `runs/${scenario}/${name}.sh`, text: [`# ${title}`, ...lines, ''].join('\n')};
}

function steps(scenario: Scenario, image: string, platform: Platform | undefined): string[] {
  const names = readerNames(image, scenario.id);
  const {http, look, network, expect} = scenario;
  const lines = scenarioLines(scenario, names, platform);
  const lab = network === 'lab' ? [`lab ${labLines(scenario, names).start}`] : [];
  const outcome = [
    `exits ${expect.exit}`,
    ...matchers('stdout', expect.stdout),
    ...matchers('stderr', expect.stderr),
  ];
  if (http !== undefined) {
    const [start = '', ...rest] = lines;
    const asked = http.flatMap(({status, expect: body}, index) => [
      `run ${rest[index] ?? ''}`,
      'exits 0',
      `stdout has ${quote(`${status}\n`)}`,
      ...matchers('stdout', body?.exact === undefined ? body : {exact: `${status}\n${body.exact}`}),
    ]);
    const [stop = ''] = rest.slice(http.length);
    return [
      ...lab,
      'lab_image',
      `prepare ${start}`,
      ...asked,
      `prepare ${stop}`,
      `ended ${names.container}`,
      ...outcome,
    ];
  }
  // What runs beside the look is started before it and ended after it.
  const running = (look?.joins !== undefined || look?.inspect === 'container') && network !== 'lab';
  const main = lines.length - (running ? 2 : 1);
  const before = lines.slice(0, main).map((line) => `prepare ${line}`);
  return [...lab, ...before, `run ${lines[main] ?? ''}`, ...outcome];
}

function matchers(stream: 'stdout' | 'stderr' | 'output', expected: TextExpectation | undefined): string[] {
  const {exact, contains = [], absent = [], regex} = expected ?? {};
  const extended = regex === undefined ? undefined : toExtended(regex);
  return [
    ...(exact === undefined ? [] : [`${stream} is ${quote(exact)}`]),
    ...contains.map((text) => `${stream} has ${quote(text)}`),
    ...absent.map((text) => `${stream} lacks ${quote(text)}`),
    ...(regex === undefined
      ? []
      : [
          extended === undefined
            ? `${stream} eye ${quote(regex)}`
            : `${stream} matches ${patternWord(extended.pattern)}`,
        ]),
  ];
}

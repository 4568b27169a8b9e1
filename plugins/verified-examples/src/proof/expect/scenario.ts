import type {Scenario} from '../../example/model/scenario';
import {milliseconds} from '../../example/model/primitives';
import type {FileFact, ScenarioResult} from '../model/receipt';
import {checkQueries} from './queries';
import {checkText, type Mismatch} from './text';

/**
 * Whether a recorded run is what the manifest asks for. Pure, so that the gate can ask it again of a receipt.
 */
export function checkScenario(scenario: Scenario, result: ScenarioResult): Mismatch[] {
  const {expect} = scenario;
  return [
    ...checkExit(expect.exit, result.exit),
    ...checkText('stdout', expect.stdout, result.stdout),
    ...checkText('stderr', expect.stderr, result.stderr),
    ...checkDuration(expect.duration, result.seconds),
    ...checkHttp(scenario, result),
    ...checkQueries(scenario.dns, result.dns),
    ...(expect.files ?? []).flatMap((file) => checkFile(file, result.files)),
  ];
}

function checkExit(expected: number | 'nonzero', got: number): Mismatch[] {
  const holds = expected === 'nonzero' ? got !== 0 : got === expected;
  return holds ? [] : [{what: 'exit code', expected: String(expected), got: String(got)}];
}

function checkDuration(bounds: Scenario['expect']['duration'], seconds: number): Mismatch[] {
  const mismatches: Mismatch[] = [];
  const fail = (expected: string) => mismatches.push({what: 'duration', expected, got: `${seconds} s`});
  if (bounds?.min !== undefined && seconds * 1000 < milliseconds(bounds.min)) fail(`at least ${bounds.min}`);
  if (bounds?.max !== undefined && seconds * 1000 > milliseconds(bounds.max)) fail(`at most ${bounds.max}`);
  return mismatches;
}

function checkHttp(scenario: Scenario, result: ScenarioResult): Mismatch[] {
  return (scenario.http ?? []).flatMap((check, index) => {
    const what = `${check.method} ${check.path}`;
    const answer = result.http[index];
    if (answer === undefined) return [{what, expected: `status ${check.status}`, got: 'no answer'}];
    const status =
      answer.status === check.status
        ? []
        : [{what, expected: `status ${check.status}`, got: `status ${answer.status}: ${answer.body}`}];
    return [...status, ...checkText(`${what} body`, check.expect, answer.body)];
  });
}

type ExpectedFile = NonNullable<Scenario['expect']['files']>[number];

function checkFile(expected: ExpectedFile, files: readonly FileFact[]): Mismatch[] {
  const what = `file ${expected.path}`;
  const file = files.find((candidate) => candidate.path === expected.path);
  if (file?.exists !== expected.exists) {
    const word = (exists: boolean | undefined) =>
      exists === undefined ? 'not looked for' : exists ? 'in the image' : 'not in the image';
    return [{what, expected: word(expected.exists), got: word(file?.exists)}];
  }
  const pairs = [
    ['mode', expected.mode, file.mode],
    ['owner', expected.owner, file.owner],
  ] as const;
  const mismatches = pairs
    .filter(([, wanted, got]) => wanted !== undefined && wanted !== got)
    .map(([name, wanted, got]) => ({what: `${what} ${name}`, expected: wanted ?? '', got: got ?? 'none'}));
  if (expected.text !== undefined && file.exists && file.text === null)
    return [
      ...mismatches,
      {what, expected: 'a file with text', got: 'no regular file, or one that was not read'},
    ];
  return [...mismatches, ...checkText(what, expected.text, file.text ?? '')];
}

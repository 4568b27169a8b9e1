import {canonicalJson} from '../../../../base-images/src/digest';
import type {Proof} from '../model/receipt';
import type {Scenario} from '../../example/model/scenario';
import {classOf} from './facts';
import {comparableRun} from './comparableRun';

/** One fact that is not what the receipt says. `from` and `to` are short texts for people. */
export interface Difference {
  path: string;
  from: string;
  to: string;
}

export interface Comparison {
  /** Differences that fail a check: of exact facts. */
  broken: Difference[];
  /** Differences of drifting facts: upstream moved. */
  moved: Difference[];
}

/**
 * Compares what a run gave with what the receipt says.
 *
 * @param recorded - From the receipt
 * @param measured - From the run
 * @param scenarios - As they run in the variant: where they count queries, counts must be equal; what they measure
 *   may differ
 */
export function compareProofs(
  recorded: Proof,
  measured: Proof,
  scenarios: readonly Pick<Scenario, 'id' | 'dns' | 'measures'>[] = [],
): Comparison {
  const comparison: Comparison = {broken: [], moved: []};
  const otherEngine = recorded.engine.name !== measured.engine.name;
  walk(comparable(recorded, scenarios), comparable(measured, scenarios), [], (path, from, to) => {
    const factClass = classOf(path);
    if (factClass === 'incidental') return;
    if (otherEngine && isStderr(path) && isEngineSpeaking(from) && isEngineSpeaking(to)) return;
    const list = factClass === 'exact' ? comparison.broken : comparison.moved;
    list.push({path: path.join('.'), from: brief(from), to: brief(to)});
  });
  return isFlutter(comparison.moved) ? {...comparison, moved: []} : comparison;
}

/** Part of an image's size by which two builds from the same bases and packages differ: in caches and logs that tools leave. */
const FLUTTER = 0.01;

/** What moves upstream shows in bases, packages or the program; a size that differs a little and alone is of the build. */
function isFlutter(moved: readonly Difference[]): boolean {
  const [{path, from, to} = {path: '', from: '', to: ''}, ...others] = moved;
  const [was, is] = [Number(from), Number(to)];
  return path === 'image.size' && others.length === 0 && Math.abs(is - was) < FLUTTER * was;
}

/** An image that names no working directory starts in `/`; for one from scratch BuildKit writes that down, Buildah does not. */
function comparable(proof: Proof, scenarios: readonly Pick<Scenario, 'id' | 'dns' | 'measures'>[]): unknown {
  const byId = new Map(scenarios.map((scenario) => [scenario.id, scenario]));
  return {
    ...proof,
    image: proof.image && {...proof.image, workdir: proof.image.workdir || '/'},
    scenarios: proof.scenarios.map((run) => comparableRun(run, byId.get(run.id))),
  };
}

function isStderr([list, , fact]: readonly string[]): boolean {
  return list === 'scenarios' && fact === 'stderr';
}

/**
 * A container that could not be started printed nothing: its stderr is the engine's own, worded by each in its
 * way. What the manifest expects of it was checked with either.
 */
function isEngineSpeaking(text: unknown): boolean {
  return typeof text === 'string' && /^(?:docker|Error): /.test(text);
}

function walk(
  a: unknown,
  b: unknown,
  path: string[],
  report: (path: string[], a: unknown, b: unknown) => void,
): void {
  if (Array.isArray(a) && Array.isArray(b) && a.length === b.length) {
    a.forEach((item, index) => {
      walk(item, b[index], [...path, String(index)], report);
    });
  } else if (isRecord(a) && isRecord(b)) {
    for (const key of new Set([...Object.keys(a), ...Object.keys(b)]))
      walk(a[key], b[key], [...path, key], report);
  } else if (canonicalJson(a ?? null) !== canonicalJson(b ?? null)) report(path, a, b);
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

const BRIEF = 200;

function brief(value: unknown): string {
  if (value === undefined) return 'absent';
  const text = typeof value === 'string' ? value : canonicalJson(value);
  return text.length > BRIEF ? `${text.slice(0, BRIEF)}…` : text;
}

import type {Example} from '../../example/collect/example';
import {describeIssue} from '../../example/collect/describeIssue';
import {reportInManifest, type ValuePath} from '../../example/collect/places';
import {factsOn} from '../../example/model/facts';
import {Platform} from '../../example/model/platforms';
import type {Manifest} from '../../example/model/manifest';
import type {Problem} from '../../problems';
import {factSchema, suggestFact} from './factPaths';

type Report = (at: ValuePath, message: string, of?: 'key' | 'value') => void;

/** Reports facts that no inspection has, and values that they can never have: both would fail after the build. */
export function reportImpossibleFacts(examples: readonly Example[], problems: Problem[]): void {
  for (const example of examples) {
    const {facts, variants} = example.manifest;
    const report: Report = (at, message, of) => {
      reportInManifest(example, at, message, problems, of);
    };
    checkFacts(facts, ['facts'], report);
    for (const [id, variant] of Object.entries(variants))
      checkFacts(variant.facts, ['variants', id, 'facts'], report);
  }
}

function checkFacts(facts: Manifest['facts'], at: ValuePath, report: Report): void {
  for (const path of Object.keys(facts)) {
    const schema = factSchema(path);
    if (schema === undefined) {
      report([...at, path], `there is no such fact; ${suggestFact(path)}`, 'key');
      continue;
    }
    const messages = Platform.options.flatMap((platform) => {
      const value = factsOn({[path]: facts[path] ?? null}, platform)[path];
      const result = value === undefined ? undefined : schema.safeParse(value, {reportInput: true});
      return result?.error?.issues.map(describeIssue) ?? [];
    });
    for (const message of new Set(messages)) report([...at, path], message);
  }
}

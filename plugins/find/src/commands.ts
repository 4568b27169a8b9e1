import {existsSync, readFileSync} from 'node:fs';
import pc from 'picocolors';
import {Diagnosis, type Cause} from '../../../src/find/diagnose';
import {findPages, type Page} from '../../../src/find/pages';
import {Search} from '../../../src/find/search';
import type {Finding, Tier} from '../../../src/find/model';
import type {PluginOptions} from '../../verified-examples/src/settings';
import {UsageError} from '../../verified-examples/src/verify/flags';
import {cachedFindData} from './findData';

interface Site {
  siteDir: string;
  plugin: PluginOptions;
  json: boolean;
}

/** How each tier is called where people read it. */
const TIERS: Record<Tier, string> = {
  same: 'the same text',
  'other-value': 'the same text, other value',
  closest: 'a guess',
};

/**
 * `npm run diagnose`: what the lines of a file or of the standard input are.
 *
 * @returns 1 when nothing is found
 * @throws UsageError when there is no such file
 */
export function diagnoseCommand({
  siteDir,
  plugin,
  json,
  log,
  file,
}: Site & {file: string | undefined; log: boolean}): 0 | 1 {
  if (file !== undefined && !existsSync(file)) throw new UsageError(`There is no file ${file}.`);
  const input = readFileSync(file ?? 0, 'utf8');
  const diagnosis = new Diagnosis(cachedFindData(siteDir, plugin));
  const findings = log ? diagnosis.log(input) : diagnosis.lines(input);
  if (findings.length === 0) {
    if (!json) process.stderr.write('Nothing in it is a text of this guide.\n');
    return 1;
  }
  if (json) for (const finding of findings) process.stdout.write(`${JSON.stringify(asJson(finding))}\n`);
  else process.stdout.write(tell(findings, diagnosis, input));
  return 0;
}

/** A finding as other programs read it. */
export function asJson(finding: Finding | Cause): Record<string, unknown> {
  const {line, tier, symptom, slots, why, candidates} = finding;
  const proved = slots.filter((slot) => slot.proved !== undefined).map((slot) => [slot.name, slot.proved]);
  return {
    line,
    tier,
    symptom,
    slots: Object.fromEntries(slots.map(({name, value}) => [name, value])),
    why,
    ...(candidates.length === 0 ? {} : {candidates}),
    ...(proved.length === 0 ? {} : {proved: Object.fromEntries(proved) as unknown}),
    ...('count' in finding
      ? {
          count: finding.count,
          consequences: finding.consequences.map((one) => ({line: one.line, symptom: one.symptom})),
        }
      : {}),
  };
}

function tell(findings: readonly (Finding | Cause)[], diagnosis: Diagnosis, input: string): string {
  const sure = findings.filter(({tier}) => tier !== 'closest');
  const facts = diagnosis.facts(input).map(({line, says}) => `line ${line}: ${says}\n`);
  const told = (sure.length > 0 ? sure : findings.slice(0, 5)).map((finding) => {
    const symptom = diagnosis.symptom(finding.symptom);
    const repeats = 'count' in finding && finding.count > 1 ? `, ${finding.count} times` : '';
    const ask = finding.tier === 'closest' ? undefined : diagnosis.ask(finding);
    const rest = 'consequences' in finding ? finding.consequences : [];
    return [
      `${pc.bold(`line ${finding.line}: ${symptom?.title ?? finding.symptom}`)} (${TIERS[finding.tier]}${repeats})`,
      `  ${symptom?.href ?? ''}${symptom?.notReproduced === true ? ' (not reproduced here)' : ''}`,
      `  ${finding.why}`,
      ...finding.candidates
        .slice(1)
        .map((id) => `  or ${diagnosis.symptom(id)?.title ?? id}: ${diagnosis.symptom(id)?.href ?? ''}`),
      ...(ask === undefined ? [] : ['  These tell which:', ...ask.command.map((line) => `    ${line}`)]),
      ...rest.map(({line, symptom: id}) => `  with it, line ${line}: ${diagnosis.symptom(id)?.title ?? id}`),
      '',
    ].join('\n');
  });
  return [...told, ...facts].join('\n').replace(/\n*$/, '\n');
}

/** `npm run find`. @returns 1 when nothing is found */
export function findCommand({siteDir, plugin, json, words}: Site & {words: string}): 0 | 1 {
  const data = cachedFindData(siteDir, plugin);
  const pages = findPages(data, words, Search.of(data.docs));
  for (const page of pages) process.stdout.write(json ? `${JSON.stringify(page)}\n` : line(page));
  return pages.length === 0 ? 1 : 0;
}

function line({title, href, kind, heading}: Page): string {
  return `${kind.padEnd(8)} ${href}\n         ${title}${heading === undefined ? '' : `: ${heading}`}\n`;
}

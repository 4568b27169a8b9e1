import {RULES, type Rule} from '../model';
import {originSentence, stateSentence, type Found} from './sentences';

const SCHEMA = 'https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json';

const LEVELS: Readonly<Record<Rule, 'note' | 'warning' | 'error'>> = {
  'copy-current': 'note',
  'copy-superseded': 'warning',
  'copy-moved': 'warning',
  'copy-withdrawn': 'error',
  'copy-unknown': 'warning',
};

/** @returns SARIF 2.1.0. Copies of current revisions are no results; ignored ones are suppressed results. */
export function sarifReport(found: readonly Found[]): string {
  const ids = Object.keys(RULES) as Rule[];
  const driver = {
    name: 'check-copies',
    rules: ids.map((id) => ({
      id,
      shortDescription: {text: RULES[id]},
      defaultConfiguration: {level: LEVELS[id]},
    })),
  };
  const results = found
    .filter(({copy}) => copy.rule !== 'copy-current')
    .map(({file, copy}) => ({
      ruleId: copy.rule,
      ruleIndex: ids.indexOf(copy.rule),
      level: LEVELS[copy.rule],
      message: {text: `${originSentence(copy)}. ${stateSentence(copy)}`},
      locations: [{physicalLocation: {artifactLocation: {uri: uriOf(file)}, region: {startLine: copy.line}}}],
      partialFingerprints: {'copy/v1': `${copy.rule} ${copy.address}`},
      // An empty list says that nothing is suppressed; a missing one, that nobody looked (3.27.23).
      suppressions: copy.ignored === null ? [] : [{kind: 'inSource', justification: copy.ignored}],
    }));
  const run = {tool: {driver}, columnKind: 'utf16CodeUnits', results};
  return `${JSON.stringify({$schema: SCHEMA, version: '2.1.0', runs: [run]}, null, 2)}\n`;
}

function uriOf(file: string): string {
  return file.split('/').map(encodeURIComponent).join('/');
}

import {RULES, type Rule} from './model';

/** What a Dockerfile says about what is not to be reported of it: `# cgo-guide: ignore=<rule> reason=…`. */
export interface Ignores {
  reasons: ReadonlyMap<Rule, string>;
  problems: {line: number; message: string}[];
}

/** Reads them all; one that has no reason, or names no rule, is a problem and holds for nothing. */
export function readIgnores(text: string): Ignores {
  const reasons = new Map<Rule, string>();
  const problems: Ignores['problems'] = [];
  for (const [at, written] of text.split(/\r?\n/).entries()) {
    const [, rule = '', rest = ''] = /^\s*#\s*cgo-guide:\s*ignore=(\S*)(.*)$/.exec(written) ?? [];
    if (!rule.startsWith('copy-')) continue;
    const reason = /\breason=\s*(\S.*?)\s*$/.exec(rest)?.[1];
    if (!isRule(rule))
      problems.push({
        line: at + 1,
        message: `there is no rule ${rule}; there are ${Object.keys(RULES).join(', ')}`,
      });
    else if (reason === undefined)
      problems.push({line: at + 1, message: `ignore=${rule} has no reason: write reason=… behind it`});
    else reasons.set(rule, reason);
  }
  return {reasons, problems};
}

function isRule(word: string): word is Rule {
  return Object.hasOwn(RULES, word);
}

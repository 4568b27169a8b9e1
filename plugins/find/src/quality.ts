import {readdirSync, readFileSync} from 'node:fs';
import path from 'node:path';
import {load} from 'js-yaml';
import * as z from 'zod';
import {Diagnosis} from '../../../src/find/diagnose';
import type {FindData, Finding} from '../../../src/find/model';
import {findPages} from '../../../src/find/pages';
import {readWords} from '../../engine-words/src/receipts';
import {Search} from '../../../src/find/search';

/** Lines and queries with what is expected of them, relative to the site. */
export const CORPUS = 'tests/find';

/** What came of lines of which it is known what they are. */
export interface LineFigures {
  /** Lines, or pastes of several, that have a page. */
  lines: number;
  /** Of these, whose page is named first. */
  right: number;
  /** Of these, by an answer that is no guess. */
  certain: number;
  /** Pastes with a certain answer that is neither theirs nor comes of it: whole sentences for whoever mends it. */
  wrong: string[];
  misses: string[];
}

export interface Quality {
  tuned: LineFigures;
  heldOut: LineFigures;
  /** What engines print for containers that fail: each text whose case has a page. */
  engines: {texts: number; right: number; wrong: string[]};
  /** Lines that no page answers; `certain`: those that got a certain answer nevertheless. */
  none: {lines: number; certain: string[]};
  unrelated: {lines: number; certain: string[]};
  search: {queries: number; first: number; reciprocalRank: number; misses: string[]};
}

const Queries = z.array(
  z.strictObject({kind: z.string(), asked: z.string(), pages: z.array(z.string().startsWith('/')).min(1)}),
);

/** Measures what finding is worth, on what is kept in the repository for it. */
export function measureQuality(siteDir: string, data: FindData): Quality {
  const diagnosis = new Diagnosis(data);
  const read = (file: string) => readFileSync(path.join(siteDir, CORPUS, file), 'utf8');
  const tuned = readReports(read('tuned.tsv'));
  const heldOut = readReports(read('held-out.tsv'));
  const strangers = [...tuned, ...heldOut].filter(({symptom}) => symptom === undefined).map(({text}) => text);
  const near = linesOf(read('near.txt')).map(unescaped);
  const unrelated = readdirSync(path.join(siteDir, CORPUS, 'unrelated'))
    .sort()
    .flatMap((file) => read(`unrelated/${file}`).split('\n'));
  const certainOf = (texts: readonly string[]) => ({
    lines: texts.length,
    certain: texts.flatMap((text) => {
      const sure = diagnosis.lines(text).find(({tier}) => tier !== 'closest');
      return sure === undefined ? [] : [`${sure.symptom}: ${text}`];
    }),
  });
  return {
    tuned: judge(tuned, diagnosis),
    heldOut: judge(heldOut, diagnosis),
    engines: judgeEngines(siteDir, diagnosis),
    none: certainOf([...strangers, ...near]),
    unrelated: certainOf(unrelated.filter((line) => line !== '')),
    search: judgeSearch(Queries.parse(load(read('queries.yaml'))), data),
  };
}

interface Report {
  /** Undefined: no page answers it. */
  symptom: string | undefined;
  text: string;
}

function linesOf(text: string): string[] {
  return text.split('\n').filter((line) => line !== '' && !line.startsWith('#'));
}

function readReports(text: string): Report[] {
  return linesOf(text).map((line) => {
    const [symptom = '', , pasted = ''] = line.split('\t');
    return {symptom: symptom === '-' ? undefined : symptom, text: unescaped(pasted)};
  });
}

function unescaped(text: string): string {
  return text.replace(/\\([\\n])/g, (_all, char: string) => (char === 'n' ? '\n' : char));
}

function judge(reports: readonly Report[], diagnosis: Diagnosis): LineFigures {
  const figures: LineFigures = {lines: 0, right: 0, certain: 0, wrong: [], misses: []};
  for (const {symptom, text} of reports) {
    if (symptom === undefined) continue;
    const findings = diagnosis.lines(text);
    const [first] = findings;
    figures.lines++;
    if (first?.symptom === symptom) figures.right++;
    else figures.misses.push(`expected ${symptom}, got ${first?.symptom ?? 'nothing'}: ${text}`);
    if (first?.symptom === symptom && first.tier !== 'closest') figures.certain++;
    const stranger = findings.find(
      (one) =>
        one.tier !== 'closest' &&
        ![one.symptom, ...one.candidates].includes(symptom) &&
        diagnosis.symptom(one.symptom)?.follows?.includes(symptom) !== true,
    );
    if (stranger !== undefined) figures.wrong.push(`expected ${symptom}, got ${stranger.symptom}: ${text}`);
  }
  return figures;
}

function judgeEngines(siteDir: string, diagnosis: Diagnosis): Quality['engines'] {
  const texts = readWords(siteDir).words.filter(
    ({one, telling}) => one.symptoms.length > 0 && telling !== undefined,
  );
  const wrong = texts.flatMap(({engine, one, words: {stdout, stderr, log}}) => {
    const text = [stdout, stderr, log].join('\n');
    const findings = diagnosis.lines(text);
    const sure = findings.filter(({tier}) => tier !== 'closest');
    const answers = (finding: Finding) =>
      [finding.symptom, ...finding.candidates].some((id) => one.symptoms.includes(id));
    const [first] = findings;
    return first !== undefined && answers(first) && sure.every(answers)
      ? []
      : [`${engine.id}, ${one.id}: got ${first?.symptom ?? 'nothing'}: ${text.trim()}`];
  });
  return {texts: texts.length, right: texts.length - wrong.length, wrong};
}

function judgeSearch(queries: z.output<typeof Queries>, data: FindData): Quality['search'] {
  const search = Search.of(data.docs);
  const ranks = queries.map(({asked, pages}) => {
    const found = findPages(data, asked, search).map(({href, kind}) =>
      kind === 'symptom' ? href : href.replace(/#.*/, ''),
    );
    return {asked, rank: found.findIndex((href) => pages.includes(href)) + 1};
  });
  const reciprocal = ranks.reduce((sum, {rank}) => sum + (rank === 0 ? 0 : 1 / rank), 0);
  return {
    queries: queries.length,
    first: ranks.filter(({rank}) => rank === 1).length,
    reciprocalRank: reciprocal / queries.length,
    misses: ranks
      .filter(({rank}) => rank !== 1)
      .map(({asked, rank}) => `${rank === 0 ? 'not found' : `rank ${rank}`}: ${asked}`),
  };
}

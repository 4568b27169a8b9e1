import {describe, expect, it} from 'vitest';
import {readWords} from '../../../../../engine-words/src';
import {engineTexts} from '../../check/engineTexts';
import {caseWordsView, wordsOfSymptom, wordsTableView} from '../words';

const {words} = readWords(process.cwd());
const [date = ''] = words.map((one) => one.date);
const context = {words, expiresAfterDays: 90, now: new Date(`${date}T12:00:00Z`)};

describe('the words of engines', () => {
  it('are on the page of a symptom, each wording once', () => {
    const [view] = wordsOfSymptom('stat-no-such-file', context);
    expect(view?.id).toBe('missing-file');
    const told = view?.wordings.map(({before, core, after, exit}) => before + core + after + exit);
    expect(new Set(told).size).toBe(told?.length);
    expect(view?.wordings.flatMap(({engines}) => engines).length).toBe(view?.asked);
    expect(wordsOfSymptom('no-such-symptom', context)).toEqual([]);
  });

  it('tell the engines by exit code where nothing is printed', () => {
    const view = caseWordsView('out-of-memory', context);
    expect(view?.wordings).toEqual([]);
    expect(view?.silent.flatMap(({engines}) => engines).length).toBe(view?.asked);
  });

  it('name engines in a cell of a table only where they differ', () => {
    const {rows} = wordsTableView('exits', context);
    const cells = rows.flatMap((row) => row.cells);
    expect(cells.filter((cell) => cell.length === 1).every(([entry]) => entry?.engines === '')).toBe(true);
    expect(
      cells
        .filter((cell) => cell.length > 1)
        .flat()
        .every(({engines}) => engines !== ''),
    ).toBe(true);
  });

  it('expire as other proofs do', () => {
    const later = {...context, now: new Date(Date.parse(date) + 91 * 86_400_000)};
    expect(caseWordsView('missing-file', context)?.state).toEqual({state: 'verified', reasons: []});
    expect(caseWordsView('missing-file', later)?.state.state).toBe('expired');
  });

  it('are what a built page may show, and nothing where no engine was asked', () => {
    const texts = engineTexts(context);
    expect(texts.filter(({kind}) => kind === 'matrix').length).toBe(2);
    expect(texts.some(({text}) => text === 'exec /app: no such file or directory')).toBe(true);
    expect(engineTexts({...context, words: []})).toEqual([]);
  });
});

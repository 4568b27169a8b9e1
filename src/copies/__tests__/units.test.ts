import {describe, expect, it} from 'vitest';
import {readDockerfile} from '../units';

const texts = (text: string) => readDockerfile(text).units.map(({text: one}) => one);

describe('readDockerfile', () => {
  it('takes joined and split commands, comments and case of keywords for the same', () => {
    const joined = 'FROM a\nRUN one && \\\n  # why\n  two  three \\\n  && four\n';
    expect(texts(joined)).toEqual(['FROM a', 'RUN one', 'RUN two three', 'RUN four']);
    expect(texts('from a\nrun one\nRUN two three\nRUN four')).toEqual(texts(joined));
    expect(texts(joined.replaceAll('\n', '\r\n'))).toEqual(texts(joined));
  });

  it('keeps the case of values', () => {
    expect(texts('ENV A=B')).not.toEqual(texts('ENV a=b'));
  });

  it('says on which line each begins', () => {
    const {units} = readDockerfile('\n# a\nFROM a\n\nRUN one \\\n  && two\n');
    expect(units).toEqual([
      {text: 'FROM a', line: 3},
      {text: 'RUN one', line: 5},
      {text: 'RUN two', line: 6},
    ]);
  });

  it('has the lines of here-documents', () => {
    const {units} = readDockerfile('FROM a\nRUN <<EOF\none\n  two\n\nEOF\nUSER b\n');
    expect(units).toEqual([
      {text: 'FROM a', line: 1},
      {text: 'RUN <<EOF', line: 2},
      {text: 'one', line: 3},
      {text: 'two', line: 4},
      {text: 'USER b', line: 7},
    ]);
  });

  it('obeys the escape directive', () => {
    expect(texts('# escape=`\nFROM a\nRUN one `\n && two')).toEqual(['FROM a', 'RUN one', 'RUN two']);
  });

  it('has the sentences of comments, however they are wrapped, without short ones', () => {
    const {comments} = readDockerfile(
      '# One two three\n# four five. Short one.\nFROM a # b\n#six seven eight nine TEN\n',
    );
    expect(comments).toEqual(['one two three four five.', 'six seven eight nine ten']);
  });
});

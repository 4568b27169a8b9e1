import {describe, expect, it} from 'vitest';
import {Answers} from '../answer';
import {Diagnosis} from '../diagnose';
import type {Doc, FindData, Pattern} from '../model';
import {Search} from '../search';

const symptoms = ['glibc', 'musl', 'x509'].map((id) => ({
  id,
  title: `Title of ${id}`,
  text: id,
  href: `/fix/${id}`,
}));
const docs: Doc[] = [
  {
    id: 'linking',
    kind: 'guide',
    href: '/understand/linking',
    title: 'Linking and loaders',
    text: 'exec file',
  },
  {id: 'other', kind: 'symptom', href: '/fix/other', title: 'open: no such file', text: 'file directory'},
];
const data: FindData = {
  symptoms,
  patterns: [
    {symptom: 'glibc', text: 'exec {file}: no such file or directory', also: [{symptom: 'musl'}]},
    {symptom: 'x509', text: "version `X_{version}' not found", proved: {version: ['2.38']}},
  ],
  asks: {
    'glibc musl': {
      command: ['docker run IMAGE'],
      answers: [
        {symptoms: ['glibc'], has: ['interpreter: {path:*/ld-linux*}']},
        {symptoms: ['musl'], has: ['interpreter: {path:/lib/ld-musl*}']},
      ],
    },
  },
  docs,
};
const answers = new Answers(data, new Diagnosis(data), Search.of(docs));
const EXEC = 'web-1  | exec /srv/app: no such file or directory';

describe('an answer', () => {
  it('cuts the line into words that are known and values of the reader', () => {
    const [found] = answers.of(`started\n${EXEC}`).found;
    expect(found?.line).toBe(2);
    expect(
      found?.segments.map(({role, text, name}) => [role, text, ...(name === undefined ? [] : [name])]),
    ).toEqual([
      ['around', 'web-1  | '],
      ['fixed', 'exec '],
      ['slot', '/srv/app', 'your file'],
      ['fixed', ': no such file or directory'],
    ]);
  });

  it('says which value was proved, where it is another', () => {
    const [found] = answers.of("app: version `X_2.40' not found").found;
    expect(found?.tier).toBe('other-value');
    expect(found?.segments.find(({role}) => role === 'slot')).toEqual({
      role: 'slot',
      text: '2.40',
      name: 'your version',
      proved: '2.38',
    });
  });

  it('asks for an output where symptoms print the same, and takes it behind the text', () => {
    const first = answers.of(EXEC);
    expect(first.found[0]).toMatchObject({told: false, ask: {command: ['docker run IMAGE']}});
    expect(first.found[0]?.others.map(({id}) => id)).toEqual(['musl']);
    const output = '[Requesting program interpreter: /lib/ld-musl-x86_64.so.1]';
    expect(answers.continues(first, output)).toBe(true);
    const [told] = answers.of(`${EXEC}\n${output}`).found;
    expect(told).toMatchObject({told: true, symptom: {id: 'musl'}, others: []});
    expect(told?.ask).toBeUndefined();
  });

  it('takes nothing else for that output: not another message, not any text', () => {
    const first = answers.of(EXEC);
    expect(answers.continues(first, "version `X_2.38' not found")).toBe(false);
    expect(answers.continues(first, 'hello')).toBe(false);
  });

  it('shows no other message beside the one that it is', () => {
    expect(answers.of('exec /srv/app: no such file or directory').pages.map(({href}) => href)).toEqual([
      '/understand/linking',
    ]);
    expect(answers.of('no such file').pages.map(({href}) => href)).toContain('/fix/other');
  });

  it('masks what nothing knows, and nothing that is known', () => {
    const unknown = answers.of('boom in /home/bob/x at db.corp.example:5432');
    expect(unknown.masked).toBe('boom in <path> at <host>:5432');
    expect(answers.of(EXEC).masked).toBeUndefined();
    expect(answers.of('  \n')).toMatchObject({found: [], pages: [], link: '', masked: undefined});
  });

  it('keeps a cause that the command was not tried on', () => {
    const more = {
      ...data,
      patterns: [{...data.patterns[0], also: [{symptom: 'musl'}, {symptom: 'x509'}]} as Pattern],
    };
    const [found] = new Answers(more, new Diagnosis(more), Search.of(docs)).of(
      `${EXEC}\ninterpreter: /lib/ld-musl-x86_64.so.1`,
    ).found;
    expect(found).toMatchObject({told: true, symptom: {id: 'musl'}});
    expect(found?.others.map(({id}) => id)).toEqual(['x509']);
  });

  it('has each candidate of a guess once, by itself', () => {
    const guessing = {...data, patterns: data.patterns.slice(0, 1).map((one) => ({...one, guess: true}))};
    const {found} = new Answers(guessing, new Diagnosis(guessing), Search.of(docs)).of(EXEC);
    expect(found.map(({symptom, others}) => [symptom.id, others.length])).toEqual([
      ['glibc', 0],
      ['musl', 0],
    ]);
  });

  it('links to the lines that matter of a text that is too long for an address', () => {
    const log = `${'2026-01-01 nothing\n'.repeat(500)}${EXEC}\n`;
    expect(answers.of(log).link).toBe(EXEC);
    expect(answers.of(answers.of(log).link).found[0]?.symptom.id).toBe('glibc');
  });
});

import {describe, expect, it} from 'vitest';
import {symptomContext, symptomExample, symptomProofs} from '../../../__tests__/symptomSite';
import {symptomRoutes} from '../../publish/symptomRoutes';
import {measuredInProse} from '../prose';
import {confirmCommand} from '../repeat';
import {fixView, symptomRef, symptomsOf, symptomView} from '../symptom';
import {twinView} from '../transcript';

const context = symptomContext();
const all = symptomsOf(context);

async function viewOf(id: string, where = context) {
  const symptoms = symptomsOf(where);
  const symptom = symptoms.find(({twin}) => twin.symptom === id);
  if (symptom === undefined) throw new Error(`no symptom ${id}`);
  return symptomView(symptom, symptoms, where);
}

describe('symptomView', () => {
  it('pairs a build that fails with one that does not', async () => {
    const {fails, fix, confirm, fixedFile, mistakenFor} = await viewOf('no-gcc');
    expect(fails.run).toMatchObject({
      scenario: null,
      exit: 1,
      stderr: 'sh: gcc: not found\n',
      variant: {id: 'broken'},
    });
    expect(fix.run).toMatchObject({
      scenario: null,
      exit: 0,
      stderr: '',
      title: 'The build succeeds',
      seconds: null,
    });
    expect(confirm).toMatchObject({
      run: {scenario: 'asks', stderr: 'who?\n'},
      command: {lines: ['docker run --rm --network none IMAGE'], placeholders: ['IMAGE']},
      nearMiss: {title: 'Somebody answers', run: {scenario: 'answers', stderr: 'me\n'}},
    });
    expect(fixedFile?.variants[0]).toMatchObject({
      id: 'current',
      files: [{path: 'Dockerfile', stage: null}],
    });
    expect(mistakenFor[0]?.symptom).toEqual({
      id: 'who-is-there',
      text: 'who',
      title: 'It asks',
      heads: 'title',
      href: '/fix/who-is-there',
    });
  });

  it('leaves the settings of the recorded run out of the command for others, and names them', () => {
    const example = symptomExample((manifest) =>
      manifest.replace(
        'title: asks who is there\n',
        'title: asks who is there\n    env: {CGO_ENABLED: "0"}\n',
      ),
    );
    expect(confirmCommand({example, variant: 'current', platform: 'linux/amd64'}, 'asks')).toEqual({
      lines: ['docker run --rm --network none IMAGE'],
      placeholders: ['IMAGE'],
      variables: ['CGO_ENABLED'],
      pod: null,
    });
  });

  it('has measured values in its texts, or names every one that there is not', async () => {
    const says = (text: string) =>
      symptomExample((manifest) => manifest.replace('why: it asks', `why: '${text}'`));
    const measured = symptomContext(says('It ends with :measured{id=hello scenario=asks value=exit}.'));
    const {why} = await viewOf('who-is-there', measured);
    expect(why[0]?.[1]).toMatchObject({kind: 'measured', value: {text: '0', state: 'verified'}});
    expect(measuredInProse(measured)).toHaveLength(1);
    const wrong = symptomContext(
      says('Ends :measured{id=hello scenario=gone value=exit} :measured{id=helo fact=size}'),
    );
    expect(() => measuredInProse(wrong)).toThrowErrorMatchingInlineSnapshot(`
      [ProblemsError: Values in the texts of symptoms can't be read:
        examples/hello/example.yaml: symptom who-is-there, why: example "hello" has no scenario "gone"; known: answers, asks, greets
        examples/hello/example.yaml: symptom who-is-there, why: there is no example "helo"; did you mean "hello"? known: hello]
    `);
  });

  it('takes the worse state and the older day', async () => {
    expect(await viewOf('no-gcc')).toMatchObject({
      state: {state: 'verified'},
      provedAt: '2026-11-19T10:00:00Z',
    });
    const example = symptomExample();
    const [current, broken] = symptomProofs(example);
    if (current === undefined || broken === undefined) throw new Error('two proofs');
    const old = {...broken, provedAt: '2026-01-01T00:00:00Z'};
    expect(await viewOf('no-gcc', symptomContext(example, [current, old]))).toMatchObject({
      state: {state: 'expired'},
      provedAt: '2026-01-01T00:00:00Z',
    });
  });

  it('shows no Dockerfile where the same image only runs differently', async () => {
    expect((await viewOf('who-is-there')).fixedFile).toBeNull();
  });

  it('shows the stage of a variant that has one', async () => {
    const example = symptomExample((manifest) =>
      manifest
        .replace('    title: Go 1.27\n', '    title: Go 1.27\n    target: build\n')
        .replace('    target: build\n    build: {', '    build: {'),
    );
    const {fixedFile} = await viewOf('no-gcc', symptomContext(example));
    expect(fixedFile?.variants[0]?.files[0]?.stage).toMatchObject({
      name: 'build',
      from: 2,
    });
  });

  it('says what is missing instead of another run', async () => {
    const view = await viewOf('no-gcc', symptomContext(symptomExample(), []));
    expect(view).toMatchObject({state: {state: 'missing'}, provedAt: null, confirm: {run: null}});
    expect([view.fails.run, view.fix.run]).toEqual([null, null]);
  });
});

describe('what names a symptom', () => {
  it.each([
    ['"seconds":30', 'title'],
    ['# runtime/cgo', 'title'],
    ['12:00 UTC', 'title'],
    ['/bin/sh', 'title'],
    ['i/o timeout', 'text'],
    ["version `GLIBC_2.38' not found", 'text'],
  ])('%s: the %s', (text, heads) => {
    const [symptom] = all;
    if (symptom === undefined) throw new Error('no symptom');
    expect(symptomRef({...symptom.twin, text}, context).heads).toBe(heads);
  });
});

describe('fixView', () => {
  it('names symptoms of one text by their titles', () => {
    const [first] = all.filter(({twin}) => twin.symptom === 'no-gcc');
    if (first === undefined) throw new Error('no symptom');
    const other = {...first, twin: {...first.twin, symptom: 'no-gcc-either', title: 'There is another'}};
    const namedIn = (symptoms: typeof all) =>
      fixView(symptoms, context).groups.flatMap((group) => group.symptoms.map(({symptom}) => symptom.heads));
    expect(namedIn([first])).toEqual(['text']);
    expect(namedIn([first, other])).toEqual(['title', 'title']);
  });

  it('has every symptom in its group, and those not reproduced', () => {
    const {groups, notReproduced} = fixView(all, context);
    expect(groups.map(({group, symptoms}) => [group, symptoms.map(({symptom}) => symptom.id)])).toEqual([
      ['start', ['who-is-there']],
      ['build', ['no-gcc']],
    ]);
    expect(notReproduced).toEqual([
      {
        id: 'elsewhere',
        text: 'seen elsewhere',
        why: [
          [
            {kind: 'text', text: 'needs '},
            {kind: 'code', text: 'x'},
          ],
        ],
        source: {title: 'a', url: 'https://a.test/'},
      },
    ]);
  });
});

it('makes a route a symptom, and one for all', async () => {
  const routes = await symptomRoutes(context);
  expect(routes.map(({path}) => path)).toEqual(['/fix', '/fix/no-gcc', '/fix/who-is-there']);
});

it('a twin on a page pairs the same runs', () => {
  const [symptom] = all;
  if (symptom === undefined) throw new Error('no symptom');
  const {example, twin} = symptom;
  const view = twinView(example, twin, new Map([[example.id, example]]), context);
  expect(view?.fails).toMatchObject({variant: {id: 'broken'}, exit: 1});
  expect(view?.fix).toMatchObject({variant: {id: 'current'}, exit: 0});
});

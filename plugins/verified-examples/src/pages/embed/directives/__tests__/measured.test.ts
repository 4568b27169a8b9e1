import {expect, it} from 'vitest';
import {symptomContext, symptomExample, symptomProofs} from '../../../../__tests__/symptomSite';
import {Attributes} from '../../attributes';
import {measuredDirective} from '../measured';

const example = symptomExample();

const PROOFS = symptomProofs(example, {asks: "who $& $$5 $1 $` $'\n"});

function measured(attributes: Record<string, string>, label = '', proofs = PROOFS) {
  const problems: string[] = [];
  const report = (message: string) => problems.push(message);
  const embed = measuredDirective({
    attributes: new Attributes({id: 'hello', ...attributes}, report),
    label,
    uid: 'embed-1',
    context: symptomContext(example, proofs),
    siteDir: '',
    examples: new Map([[example.id, example]]),
    report,
  });
  return {problems, view: embed?.view};
}

it('writes a value as it was printed, dollar signs too', () => {
  const {problems, view} = measured({scenario: 'asks', value: 'stderr'}, 'It asks %, twice: %.');
  expect(problems).toEqual([]);
  expect(view).toMatchObject({text: "It asks who $& $$5 $1 $` $', twice: who $& $$5 $1 $` $'."});
});

it('writes how long a build without cached layers took, and knows nothing else of it', () => {
  expect(measured({scenario: 'build', value: 'seconds'}).view).toMatchObject({
    text: '3.0 s',
    source: 'Build of hello (current): seconds',
  });
  expect(measured({scenario: 'build', value: 'exit'}).problems).toEqual([
    'a build has no value "exit": expected seconds',
  ]);
});

it('has no time of a build that took layers from a cache', () => {
  const cached = PROOFS.map((proof) => ({...proof, build: {...proof.build, cleanSeconds: undefined}}));
  const {problems, view} = measured({scenario: 'build', value: 'seconds'}, '', cached);
  expect(view).toBeUndefined();
  expect(problems).toEqual([
    'no build of "hello" (current) without cached layers was timed: run verify hello --force',
  ]);
});

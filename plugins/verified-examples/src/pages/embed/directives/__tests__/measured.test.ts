import {expect, it} from 'vitest';
import {symptomContext, symptomExample, symptomProofs} from '../../../../__tests__/symptomSite';
import {Attributes} from '../../attributes';
import {measuredDirective} from '../measured';

it('writes a value as it was printed, dollar signs too', () => {
  const example = symptomExample();
  const problems: string[] = [];
  const report = (message: string) => problems.push(message);
  const embed = measuredDirective({
    attributes: new Attributes({id: 'hello', scenario: 'asks', value: 'stderr'}, report),
    label: 'It asks %, twice: %.',
    uid: 'embed-1',
    context: symptomContext(example, symptomProofs(example, {asks: "who $& $$5 $1 $` $'\n"})),
    siteDir: '',
    examples: new Map([[example.id, example]]),
    report,
  });
  expect(problems).toEqual([]);
  expect(embed?.view).toMatchObject({text: "It asks who $& $$5 $1 $` $', twice: who $& $$5 $1 $` $'."});
});

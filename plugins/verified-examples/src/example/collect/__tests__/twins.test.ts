import {describe, expect, it} from 'vitest';
import {symptomExample, symptomProblems} from '../../../__tests__/symptomSite';

/** A change of the manifest's text that must change something. */
const replace = (from: string, to: string) => (manifest: string) => {
  if (!manifest.includes(from)) throw new Error(`the manifest has no ${from}`);
  return manifest.replace(from, to);
};

describe('the twins of a manifest', () => {
  it('are read with a build that fails and one that does not', () => {
    expect(symptomExample().manifest.twins.map(({symptom}) => symptom)).toEqual(['no-gcc', 'who-is-there']);
  });

  it.each([
    ['a missing title', replace('    title: It asks\n', '')],
    ['a missing confirm', replace('    confirm: {scenario: asks}\n', '')],
    ['a missing why', replace('    why: it asks\n', '')],
    ['an unknown group', replace('group: start', 'group: begin')],
    ['an unknown key', replace('group: start', 'group: start\n    cause: x')],
    ['a symptom that is there twice', replace('symptom: who-is-there\n', 'symptom: no-gcc\n')],
    ['fails: an unknown scenario', replace('fails: asks', 'fails: ask')],
    ['fails: an unknown variant', replace('fails: asks', 'fails: asks\n    variant: curent')],
    ['fails: a variant that does not run it', replace('fails: asks', 'fails: asks\n    variant: broken')],
    ['fails: build, of a variant that builds', replace('fails: build', 'fails: build\n    variant: current')],
    ['fails: build, with another text than it must print', replace("text: 'gcc: not found'", 'text: no gcc')],
    [
      'confirm: an unknown example',
      replace('confirm: {scenario: asks}', 'confirm: {example: helo, scenario: asks}'),
    ],
    ['confirm: an unknown scenario', replace('confirm: {scenario: asks}', 'confirm: {scenario: ask}')],
    ['confirm: a build', replace('confirm: {scenario: asks}', 'confirm: {scenario: build}')],
    [
      'confirm: an unknown variant',
      replace('confirm: {scenario: asks}', 'confirm: {variant: b, scenario: asks}'),
    ],
    [
      'confirm: a variant that does not run it',
      replace('confirm: {scenario: asks}', 'confirm: {variant: broken, scenario: asks}'),
    ],
    ['fix: an unknown example', replace('fix: {example: hello, sc', 'fix: {example: helo, sc')],
    [
      'fix: a build that must fail',
      replace('variant: current, scenario: build', 'variant: broken, scenario: build'),
    ],
    ['fix: a build of no variant', replace('variant: current, scenario: build', 'scenario: build')],
    ['mistaken for an unknown symptom', replace('symptom: who-is-there, diff', 'symptom: who, diff')],
    ['mistaken for itself', replace('symptom: who-is-there, diff', 'symptom: no-gcc, diff')],
    ['a source without https', replace("url: 'https://gcc.test/'", "url: 'gcc.test'")],
  ])('are refused for %s', (_, edit) => {
    const problems = symptomProblems(edit);
    expect(problems.length).toBeGreaterThan(0);
    expect(problems).toMatchSnapshot();
  });
});

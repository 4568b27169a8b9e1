import {expect, it} from 'vitest';
import {folderWith, HELLO} from '../../../__tests__/fixtures';
import {symptomExample} from '../../../__tests__/symptomSite';
import {DEFAULT_OPTIONS} from '../../../settings';
import {runGate} from '../../../runGate';
import {formatProblem, type Problem} from '../../../problems';
import {collect} from '../../../proof/collection';
import {parseOptions} from '../../../verify/flags';
import {proveAndReport} from '../../../verify/proveAndReport';
import {reportProse} from '../check';

const ELSEWHERE = {
  id: 'rosetta',
  text: 'rosetta error',
  why: 'needs a Mac',
  source: {title: 'pull request 3', url: 'https://x.test/3'},
};

function problemsOf(edit: (manifest: string) => string, why = ELSEWHERE.why): string[] {
  const problems: Problem[] = [];
  reportProse({examples: [symptomExample(edit)], notReproduced: [{...ELSEWHERE, why}]}, 'examples', problems);
  return problems.map(formatProblem);
}

it('has nothing to say of text, code and links', () => {
  expect(problemsOf((manifest) => manifest)).toEqual([]);
});

it('reports all that holds more, where it stands', () => {
  const edit = (manifest: string) =>
    manifest
      .replace('why: it asks', 'why: "- it asks"')
      .replace('difference: is asked', 'difference: is <b>asked</b>')
      .replace('https://gcc.test/)', 'http://gcc.test/)');
  expect(problemsOf(edit, '**never**')).toMatchInlineSnapshot(`
    [
      "examples/hello/example.yaml: symptom no-gcc, repair: expected text, \`code\`, links and :measured{…}, got a link to http://gcc.test/, neither https:// nor a page of this site (/…)",
      "examples/hello/example.yaml: symptom no-gcc, mistakenFor.0.difference: expected text, \`code\`, links and :measured{…}, got HTML (put <…> into back quotes)",
      "examples/hello/example.yaml: symptom who-is-there, why: expected text, \`code\`, links and :measured{…}, got a list",
      "examples/not-reproduced.yaml: symptom rosetta, why: expected text, \`code\`, links and :measured{…}, got bold text",
    ]
  `);
});

it('refuses a measured value of what is not reproduced', () => {
  expect(problemsOf((manifest) => manifest, 'took :measured{id=hello fact=size}')).toEqual([
    'examples/not-reproduced.yaml: symptom rosetta, why: what is not reproduced has nothing measured',
  ]);
});

it('is refused by the gate together with all else that is wrong', () => {
  const site = folderWith({
    'examples/not-reproduced.yaml': `- {id: a, text: a, why: '**never**', source: {title: a, url: 'https://a.test/'}}`,
    'examples/half/Dockerfile': 'FROM scratch',
    'plugins/base-images/pins.json': '{}',
  });
  expect(() => runGate(site, {id: 'default', ...DEFAULT_OPTIONS})).toThrowErrorMatchingInlineSnapshot(`
    [ProblemsError: The examples are not valid:
      examples/half: there is no example.yaml
      examples/not-reproduced.yaml: symptom a, why: expected text, \`code\`, links and :measured{…}, got bold text]
  `);
});

it('is refused before anything is proved', async () => {
  const siteDir = folderWith({
    ...HELLO,
    'examples/not-reproduced.yaml': `- {id: a, text: a, why: '**never**', source: {title: a, url: 'https://a.test/'}}`,
    'plugins/base-images/pins.json': '{}',
  });
  const plugin = {id: 'default', ...DEFAULT_OPTIONS};
  const collection = collect(siteDir, plugin);
  await expect(proveAndReport({siteDir, plugin, collection, options: parseOptions([], {})})).rejects
    .toThrowErrorMatchingInlineSnapshot(`
    [ProblemsError: The examples are not valid:
      examples/not-reproduced.yaml: symptom a, why: expected text, \`code\`, links and :measured{…}, got bold text]
  `);
});

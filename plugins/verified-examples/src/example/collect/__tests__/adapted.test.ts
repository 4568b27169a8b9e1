import {describe, expect, it} from 'vitest';
import {DOCKERFILE, hello, MANIFEST} from '../../../__tests__/fixtures';
import {ROOT} from '../../../../../../scripts/lib/dependencies.mjs';
import {changedLines, otherChanges} from '../adapted';
import {discoverExamples} from '../discover';

const RECIPE = DOCKERFILE.replace('COPY . .', 'ARG PACKAGE=./cmd/app\nCOPY go.* ./\nCOPY . .');
const ADAPTED = RECIPE.replace('./cmd/app', 'example.org/app')
  .replace('COPY go.* ./', 'COPY app/go.* ./')
  .replace('COPY . .', 'COPY app .');

/** The recipe `hello`, and `real`, which adapts it. */
const site = (adapted: string, adapts = 'hello', recipe = 'recipe: no-c\n') =>
  hello({
    'examples/hello/example.yaml': recipe + MANIFEST,
    'examples/hello/Dockerfile': RECIPE,
    'examples/real/example.yaml': MANIFEST.replace('id: hello', 'id: real').replace(
      '    title: Go 1.27\n',
      `    title: Go 1.27\n    adapts: ${adapts}\n`,
    ),
    'examples/real/Dockerfile': adapted,
    'examples/real/main.go': 'package main\n\nfunc main() {}\n',
  });

describe('a Dockerfile that adapts a recipe', () => {
  it('may change where the module is, and the package', () => {
    const {examples, problems} = site(ADAPTED);
    expect(problems).toEqual([]);
    const [recipe, real] = examples;
    if (recipe === undefined || real === undefined) throw new Error('expected two examples');
    expect(changedLines(recipe, real, 'current').map(({sign, text}) => `${sign} ${text}`)).toEqual([
      '- ARG PACKAGE=./cmd/app',
      '- COPY go.* ./',
      '- COPY . .',
      '+ ARG PACKAGE=example.org/app',
      '+ COPY app/go.* ./',
      '+ COPY app .',
    ]);
    expect(otherChanges(recipe, real, 'current')).toEqual([]);
  });

  it('may add build tags', () => {
    const [recipe, real] = site(ADAPTED.replace('go build', 'go build -tags extended')).examples;
    if (recipe === undefined || real === undefined) throw new Error('expected two examples');
    expect(otherChanges(recipe, real, 'current')).toEqual([]);
    expect(changedLines(recipe, real, 'current').map(({text}) => text)).toContainEqual(
      expect.stringContaining('-tags extended'),
    );
  });

  it.each([
    ['other flags', ADAPTED.replace('go build', 'go build -race')],
    ['another base', ADAPTED.replace('FROM scratch', 'FROM alpine:3.23')],
    ['one more instruction', `${ADAPTED}USER 1\n`],
    ['cgo turned on', ADAPTED.replace('CGO_ENABLED=0', 'CGO_ENABLED=1')],
    ['a comment of its own', ADAPTED.replace('# The program', '# My program')],
  ])('changes more than that with %s', (_, adapted) => {
    const [recipe, real] = site(adapted).examples;
    if (recipe === undefined || real === undefined) throw new Error('expected two examples');
    expect(otherChanges(recipe, real, 'current')).toMatchSnapshot();
  });

  it.each([
    ['is not there', site(ADAPTED, 'helo')],
    ['is none', site(ADAPTED, 'hello', '')],
  ])('is refused with a recipe that %s', (_, {problems}) => {
    expect(problems).toHaveLength(1);
    expect(problems).toMatchSnapshot();
  });
});

it('programs of this site change nothing of a recipe but what names them', () => {
  const {examples} = discoverExamples(ROOT, 'examples');
  const adapted = examples.flatMap((example) =>
    Object.entries(example.variants).flatMap(([variant, {adapts}]) => {
      const recipe = examples.find(({id}) => id === adapts);
      return recipe === undefined ? [] : [{variant, others: otherChanges(recipe, example, variant)}];
    }),
  );
  expect(adapted.length).toBeGreaterThan(0);
  expect(adapted.filter(({others}) => others.length > 0)).toEqual([]);
});

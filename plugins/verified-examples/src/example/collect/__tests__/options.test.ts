import {describe, expect, it} from 'vitest';
import {DOCKERFILE, hello, MANIFEST} from '../../../__tests__/fixtures';
import {ROOT} from '../../../../../../scripts/lib/dependencies.mjs';
import {discoverExamples} from '../discover';
import {optionsRefusal} from '../../../proof/gate/gate';
import {brokenOptions, optionLines} from '../options';

const OPTION = DOCKERFILE.replace(
  'FROM scratch',
  '# Tests of its own.\nFROM build AS test\nRUN go test ./...\n\nFROM scratch',
);

/** The recipe `hello`, and `more`, which has an option of it. */
const site = (dockerfile: string, {of = 'hello', shows = ''} = {}, recipe = 'recipe: no-c\n') =>
  hello({
    'examples/hello/example.yaml': recipe + MANIFEST,
    'examples/more/example.yaml': MANIFEST.replace('id: hello', 'id: more').replace(
      '    title: Go 1.27\n',
      `    title: Go 1.27\n    option: {of: ${of}, title: Tests${shows}}\n`,
    ),
    'examples/more/Dockerfile': dockerfile,
    'examples/more/main.go': 'package main\n\nfunc main() {}\n',
  });

function linesOf({examples, problems}: ReturnType<typeof site>): string[] {
  const [recipe, more] = examples;
  expect(problems).toEqual([]);
  if (recipe === undefined || more === undefined) throw new Error('expected two examples');
  return optionLines(recipe, more, 'current').map(({sign, text}) => `${sign} ${text}`);
}

describe('an option of a recipe', () => {
  it('is the lines that it changes, without blank ones, between the instructions beside them', () => {
    expect(linesOf(site(OPTION))).toEqual([
      '  RUN CGO_ENABLED=0 go build -o /app .',
      '+ # Tests of its own.',
      '+ FROM build AS test',
      '+ RUN go test ./...',
      '  FROM scratch',
    ]);
  });

  it('shows the lines that it names, where the rest is of its example', () => {
    expect(linesOf(site(OPTION, {shows: ', shows: [go test]'}))).toEqual([
      '  RUN CGO_ENABLED=0 go build -o /app .',
      '+ RUN go test ./...',
      '  FROM scratch',
    ]);
  });

  it.each([
    ['of a recipe that is not there', site(OPTION, {of: 'helo'})],
    ['of what is no recipe', site(OPTION, {}, '')],
  ])('is refused %s', (_, {problems}) => {
    expect(problems).toHaveLength(1);
    expect(problems).toMatchSnapshot();
  });

  it.each([
    ['that changes nothing', DOCKERFILE, {}],
    ['that shows a line which is not changed', OPTION, {shows: ', shows: [go test, go vet]'}],
    [
      'that is another Dockerfile',
      OPTION + Array.from({length: 10}, (_, n) => `LABEL l${n}=1\n`).join(''),
      {},
    ],
  ])('stops a build, and no author, when it is one %s', (_, dockerfile, more) => {
    const {examples, problems} = site(dockerfile, more);
    expect(problems).toEqual([]);
    expect(optionsRefusal(brokenOptions(examples))).toMatchSnapshot();
  });
});

// Shown as a change, it would look like a part of it.
it('options of this site keep every comment of their recipe', () => {
  const {examples} = discoverExamples(ROOT, 'examples');
  const lost = examples.flatMap((example) =>
    Object.entries(example.variants).flatMap(([variant, {option}]) => {
      const recipe = examples.find(({id}) => id === option?.of);
      return recipe === undefined
        ? []
        : [
            {
              variant,
              lines: optionLines(recipe, example, variant).filter(
                ({sign, text}) => sign === '-' && text.startsWith('#'),
              ),
            },
          ];
    }),
  );
  expect(lost.length).toBeGreaterThan(0);
  expect(lost.filter(({lines}) => lines.length > 0)).toEqual([]);
});

import {describe, expect, it} from 'vitest';
import {DOCKERFILE, hello, MANIFEST, only} from '../../../__tests__/fixtures';
import {compile, embeds, refused} from './compile';

describe('an embed', () => {
  it('::counts is filled when the page is drawn, not when it is compiled', async () => {
    expect(await embeds('::counts{}\n')).toEqual([{name: 'CountsEmbed', view: null}]);
    await expect(compile('::counts{of=all}\n')).rejects.toThrow(/docs\/page\.mdx:1:1: unknown attribute of/);
  });

  it('shows a whole file byte for byte, with its state and its addresses', async () => {
    const [card] = await embeds('::example{id=hello}\n');
    expect(card?.name).toBe('ExampleEmbed');
    expect(card?.view).toMatchObject({
      example: {id: 'hello', href: '/examples/hello'},
      variants: [
        {
          id: 'current',
          state: {state: 'verified'},
          files: [
            {
              path: 'Dockerfile',
              finalNewline: true,
              stage: null,
              rawHref: '/examples/hello/raw/Dockerfile',
            },
          ],
        },
      ],
    });
  });

  it('shows a stage with the comment above it', async () => {
    const [card] = await embeds('::example{id=hello stage=build highlight="go build"}\n');
    expect(JSON.stringify(card?.view)).toContain('"stage":{"name":"build","from":2,"to":5}');
    expect(JSON.stringify(card?.view)).toContain('line highlighted');
  });

  it('shows a stage beside the proofs of variants that are built from it, of no others', async () => {
    const example = only(
      hello({
        'examples/hello/example.yaml': MANIFEST.replace(
          '    title: Go 1.27\n',
          '    title: Go 1.27\n  empty:\n    title: Empty\n    target: empty\n    binary: null\n    facts: {}\n    build: {failure: {contains: [x]}}\n',
        ),
        'examples/hello/Dockerfile': DOCKERFILE.replace(
          '# The program',
          'FROM scratch AS empty\nCOPY main.go /\n\n# The program',
        ),
      }),
    );
    const [card] = await embeds('::example{id=hello stage=build}\n', example);
    expect(card?.view).toMatchObject({variants: [{id: 'current'}]});
    expect(await refused('::example{id=hello stage=build variant=empty}\n', example)).toContain(
      'docs/page.mdx:1:1: the image of variant "empty" is not built from build, so its proof would be of something else; built from it: current',
    );
  });

  it('shows what was printed, and the proof alone', async () => {
    const [transcript, receipt] = await embeds(
      '::transcript{id=hello scenario=greets}\n\n::receipt{id=hello}\n',
    );
    expect(transcript).toMatchObject({
      name: 'TranscriptEmbed',
      view: {stdout: 'hello\n', exit: 0, href: '/examples/hello#scenario-greets'},
    });
    expect(receipt).toMatchObject({name: 'ReceiptEmbed', view: {state: {state: 'verified'}}});
  });

  it('puts measured values into sentences', async () => {
    const page =
      'It is :measured{id=hello fact=size}, :measured[linked %]{id=hello fact=binary.linkage}, and :measured[has no shell]{id=hello fact=shell is=none}; exit :measured{id=hello scenario=greets value=exit}.\n';
    expect((await embeds(page)).map(({view}) => view.text)).toEqual([
      '2.0 MB',
      'linked static',
      'has no shell',
      '0',
    ]);
  });

  it('puts a part of a value into a sentence', async () => {
    const page =
      'It says :measured[% and more]{id=hello scenario=greets value=stdout match="^(h\\w)"}, of :measured{id=hello fact=binary.go.version match="^go(\\d+)\\."}.\n';
    expect((await embeds(page)).map(({view}) => view.text)).toEqual(['he and more', '1']);
  });

  it('leaves words with a colon alone that every object knows', async () => {
    expect(await embeds('It is foo:toString, or :constructor.\n')).toEqual([]);
  });

  it('leaves prose with colons alone', async () => {
    expect(
      await embeds(
        'At 10:30, golang:alpine or foo::bar.\n\n:::note\n\ntext\n\n:::\n'.replace(/:::.*\n\n/g, ''),
      ),
    ).toEqual([]);
  });

  it('lets a fence pass with a reason and a day to come', async () => {
    const [fence] = await embeds('```bash reason="needs a Mac" until=2027-06-30\nsw_vers\n```\n');
    expect(fence).toMatchObject({name: 'Fence', view: {reason: 'needs a Mac', until: '2027-06-30'}});
  });
});

describe('an option', () => {
  const recipe = only(
    hello({
      'examples/hello/example.yaml':
        'recipe: no-c\n' +
        MANIFEST.replace(
          '    title: Go 1.27\n',
          '    title: Go 1.27\n  tested:\n    title: Tested\n    dockerfile: tested.Dockerfile\n    option: {of: hello, title: Tests}\n',
        ),
      'examples/hello/tested.Dockerfile': DOCKERFILE.replace('COPY . .', 'COPY . .\nRUN go test ./...'),
    }),
  );

  it('shows the lines that it adds to its recipe', async () => {
    for (const page of ['::option{id=hello variant=tested}\n', '::option{id=hello}\n'])
      expect(await embeds(page, recipe)).toMatchObject([
        {
          name: 'OptionEmbed',
          view: {
            title: 'Tests',
            recipe: {id: 'hello'},
            href: '/examples/hello#card-variant-tested',
            change: {
              of: 'Dockerfile',
              lines: [
                {sign: ' ', text: 'COPY . .'},
                {sign: '+', text: 'RUN go test ./...'},
                {sign: ' ', text: 'RUN CGO_ENABLED=0 go build -o /app .'},
              ],
            },
          },
        },
      ]);
  });

  it('is refused where it is none', async () => {
    expect(await refused('::option{id=hello variant=current}\n', recipe)).toContain(
      'docs/page.mdx:1:1: variant "current" of "hello" is no option of a recipe; options: tested',
    );
    expect(await refused('::option{id=hello}\n')).toContain(
      'docs/page.mdx:1:1: example "hello" has no variant that is an option of a recipe',
    );
  });
});

describe('a matrix', () => {
  const withMatrix = (matrix: string) => only(hello({'examples/hello/example.yaml': MANIFEST + matrix}));
  const MATRIX = 'matrix:\n  - {heading: Greetings, scenarios: [greets]}\n';

  it('shows recorded runs by scenario and variant', async () => {
    const pages = ['::matrix{id=hello}\n', '::matrix{id=hello group=Greetings}\n'];
    for (const page of pages) {
      expect(await embeds(page, withMatrix(MATRIX))).toMatchObject([
        {
          name: 'MatrixEmbed',
          view: {
            state: {state: 'verified'},
            columns: [{id: 'current', title: 'Go 1.27'}],
            groups: [
              {
                heading: 'Greetings',
                rows: [
                  {href: '/examples/hello#scenario-greets', cells: [{ok: true, words: 'exit 0: hello'}]},
                ],
              },
            ],
          },
        },
      ]);
    }
  });

  it('is refused with what is wrong', async () => {
    const page = '::matrix{id=hello group=Greeting}\n\n::matrix{id=helo}\n\n::matrix{id=hello grup=x}\n';
    expect(await refused(page, withMatrix(MATRIX))).toMatchInlineSnapshot(`
      "docs/page.mdx can't be published:
        docs/page.mdx:1:1: the matrix of example "hello" has no group "Greeting"; did you mean "Greetings"? known: Greetings
        docs/page.mdx:3:1: there is no example "helo"; did you mean "hello"? known: hello
        docs/page.mdx:5:1: unknown attribute grup; did you mean "group"? known: group, id"
    `);
    expect(await refused('::matrix{id=hello}\n')).toMatchInlineSnapshot(`
      "docs/page.mdx can't be published:
        docs/page.mdx:1:1: example "hello" has no matrix"
    `);
  });

  it('is refused with a cell that is not proved', async () => {
    const manifest = (MANIFEST + MATRIX).replace('variants:\n', 'variants:\n  older:\n    title: Go 1.22\n');
    const example = only(hello({'examples/hello/example.yaml': manifest}));
    expect(await refused('::matrix{id=hello}\n', example)).toMatchInlineSnapshot(`
      "docs/page.mdx can't be published:
        docs/page.mdx:1:1: the matrix of example "hello" has cells without a proved run: greets (older)"
    `);
  });
});

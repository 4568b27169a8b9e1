import {describe, expect, it} from 'vitest';
import {hello, MANIFEST, only} from '../../../__tests__/fixtures';
import {EMBED_COMPONENTS} from '../types';
import {embeds, refused} from './compile';

describe('a page is refused', () => {
  it('with all its problems at once, each with its place', async () => {
    const page = [
      '---',
      'title: x',
      '---',
      '',
      '::example{id=helo}',
      '',
      '::example{id=hello file=main.rs}',
      '',
      '::example{id=hello stage=run}',
      '',
      '::example{id=hello fil=main.go}',
      '',
      '::example{id=hello highlight="no such text"}',
      '',
      '::example{id=hello variant=old}',
      '',
      '::example{}',
      '',
      '::exmaple{id=hello}',
      '',
      ':::example{id=hello}',
      ':::',
      '',
      '::transcript{id=hello}',
      '',
      '::transcript{id=hello scenario=greet}',
      '',
      '::twin{id=hello}',
      '',
      'A value :measured{id=hello fact=sise} and :measured[is dynamic]{id=hello fact=binary.linkage is=dynamic}.',
      '',
      'A value :measured[is small]{id=hello fact=size} and :measured{id=hello scenario=greets value=stdout.x} and :measured{id=hello}.',
      '',
      'A value :measured{id=hello fact=size as=bits} and :mesured[x]{id=hello}.',
      '',
      'A value :measured{id=hello scenario=greets value=stdout match="(bye)"} and :measured{id=hello scenario=greets value=stdout match=h}, :measured{id=hello fact=shell as=count}.',
      '',
      'See ::example and so on.',
      '',
      '```bash',
      'echo hi',
      '```',
      '',
      '```go reason="old" until=2026-11-22',
      'x',
      '```',
      '',
      '<CodeBlock>echo hi</CodeBlock>',
      '',
    ].join('\n');
    expect(await refused(page)).toMatchSnapshot();
  });

  it.each(Object.entries(EMBED_COMPONENTS))('for <%s> written by hand', async (name, directive) => {
    const found = await refused(`Text <${name} view={{}} />.\n\n{[1].map(() => <${name} view={{}} />)}\n`);
    const reason = `<${name}> written by hand shows what nothing proves: write ${directive} instead`;
    expect(found).toBe(
      `docs/page.mdx can't be published:\n  docs/page.mdx:1:6: ${reason}\n  docs/page.mdx:3:1: ${reason}`,
    );
  });

  it('for code, proofs and their components wherever JSX may be written', async () => {
    const page = [
      "import Card from '@theme/ProofCard';",
      "import Tabs from '@theme/Tabs';",
      '',
      'export const Code = () => <pre>FROM x</pre>;',
      '',
      '<Tabs head={<code>FROM x</code>}>text</Tabs>',
      '',
      '<table data-proof="verified"></table>',
      '',
      '<Tabs {...{head: <Measured />}} />',
      '',
    ];
    expect(await refused(page.join('\n'))).toMatchInlineSnapshot(`
      "docs/page.mdx can't be published:
        docs/page.mdx:1:1: importing @theme/ProofCard shows what nothing proves: write a directive instead
        docs/page.mdx:4:1: <pre> shows code that was not run: embed an example instead
        docs/page.mdx:6:1: <code> shows code that was not run: embed an example instead
        docs/page.mdx:8:1: <table> claims a proof by hand: embed an example
        docs/page.mdx:10:1: <Measured> written by hand shows what nothing proves: write :measured{…} instead"
    `);
  });

  it('for a file that is imported as text, past every proof', async () => {
    const page = [
      'Text.',
      '',
      "import main from '!!raw-loader!../examples/hello/main.go';",
      "import chart from './chart.svg';",
      '',
      "import Dockerfile from '../examples/hello/Dockerfile?raw';",
      '',
      "export const other = require('!!raw-loader!../examples/hello/main.go').default;",
      '',
    ];
    expect(await refused(page.join('\n'))).toMatchInlineSnapshot(`
      "docs/page.mdx can't be published:
        docs/page.mdx:3:1: importing a file as text shows code that was not run: embed an example instead
        docs/page.mdx:6:1: importing a file as text shows code that was not run: embed an example instead
        docs/page.mdx:8:1: importing a file as text shows code that was not run: embed an example instead"
    `);
    expect(await refused(page[3] ?? '')).toBe('published');
  });

  it('for a file that is required as text in the middle of a page', async () => {
    const page = [
      "{require('!!raw-loader!./main.go').default}",
      '',
      "Text with {require('./main.go?raw')} in it.",
      '',
      "<p title={require('./main.go?raw')} {...require('./other.go?raw')}>Text</p>",
      '',
    ];
    expect(await refused(page.join('\n'))).toMatchInlineSnapshot(`
      "docs/page.mdx can't be published:
        docs/page.mdx:1:1: importing a file as text shows code that was not run: embed an example instead
        docs/page.mdx:3:11: importing a file as text shows code that was not run: embed an example instead
        docs/page.mdx:5:1: importing a file as text shows code that was not run: embed an example instead
        docs/page.mdx:5:1: importing a file as text shows code that was not run: embed an example instead"
    `);
  });

  it('for a file with nothing in it', async () => {
    const example = only(hello({'examples/hello/notes.yaml': '\n'}));
    expect(await refused('::example{id=hello file=notes.yaml}\n', example)).toMatchInlineSnapshot(`
      "docs/page.mdx can't be published:
        docs/page.mdx:1:1: examples/hello/notes.yaml: notes.yaml is empty"
    `);
  });

  it('for names that every object has', async () => {
    const page = [
      '::example{id=constructor}',
      '::example{id=hello variant=constructor}',
      '::example{id=hello file=toString}',
      '::receipt{id=hello variant=hasOwnProperty}',
      ':measured{id=hello fact=constructor}',
      ':measured{id=hello fact=size as=toString}',
    ];
    expect(await refused(page.join('\n\n'))).toMatchInlineSnapshot(`
      "docs/page.mdx can't be published:
        docs/page.mdx:1:1: there is no example "constructor"; known: hello
        docs/page.mdx:3:1: example "hello" has no variant "constructor"; known: current
        docs/page.mdx:5:1: example "hello" has no text file "toString"; known: Dockerfile, main.go
        docs/page.mdx:7:1: example "hello" has no variant "hasOwnProperty"; known: current
        docs/page.mdx:9:1: there is no fact "constructor"; known: architecture, binary.architecture, binary.glibcRequired, binary.go.settings.NAME, binary.go.version, binary.interpreter, binary.linkage, binary.needed, binary.path, binary.reproducible, binary.sha256, binary.size, caBundle, caRoots, cmd, entrypoint, layers, libc.kind, libc.version, nsswitchHosts, os, packages.NAME, shell, size, timeZones, tmp, uid, user, workdir
        docs/page.mdx:11:1: unknown format toString; known: bytes, count, seconds, text"
    `);
    expect(await embeds('```constructor reason="x" until=2027-01-01\nx\n```\n')).toMatchObject([
      {name: 'Fence', view: {html: '<span class="line"><span>x</span></span>'}},
    ]);
  });

  it('for a file that HTML cannot show byte for byte', async () => {
    const example = only(hello({'examples/hello/run.sh': '#!/bin/sh\r\necho\r\n'}));
    expect(await refused('::example{id=hello file=run.sh}\n', example)).toMatchInlineSnapshot(`
      "docs/page.mdx can't be published:
        docs/page.mdx:1:1: example "hello" has no text file "run.sh"; known: Dockerfile, main.go"
    `);
  });

  it('for an example without a proof to quote', async () => {
    const manifest = MANIFEST.replace('variants:\n', 'variants:\n  older:\n    title: Go 1.22\n');
    const example = only(hello({'examples/hello/example.yaml': manifest}));
    expect(await refused('::transcript{id=hello scenario=greets variant=older}\n', example))
      .toMatchInlineSnapshot(`
      "docs/page.mdx can't be published:
        docs/page.mdx:1:1: scenario "greets" of example "hello" has no proved run of that variant"
    `);
  });

  it('for a measured value that names nothing, where another word with a colon is text', async () => {
    expect(await refused('At :noon it is :measured, they say.\n')).toMatchInlineSnapshot(`
      "docs/page.mdx can't be published:
        docs/page.mdx:1:16: attribute id is missing"
    `);
  });

  it('for a platform that was not proved', async () => {
    const manifest = MANIFEST.replace(
      'title: Go 1.27\n',
      'title: Go 1.27\n    platforms: [linux/amd64, linux/arm64]\n',
    );
    const example = only(hello({'examples/hello/example.yaml': manifest}));
    const page = (platform: string) =>
      `::transcript{id=hello scenario=greets platform=${platform}}\n\n:measured{id=hello fact=size platform=${platform}}\n`;
    expect(await embeds(page('linux/amd64'), example)).toMatchObject([
      {view: {platform: 'linux/amd64'}},
      {view: {source: 'Inspection of hello (current, linux/amd64): size'}},
      {name: 'RepeatEmbed'},
    ]);
    expect(await refused(page('linux/arm64'), example)).toMatchInlineSnapshot(`
      "docs/page.mdx can't be published:
        docs/page.mdx:1:1: scenario "greets" of example "hello" has no proved run of that variant
        docs/page.mdx:3:1: example "hello" (current) has no proof to read a value from"
    `);
    expect(await refused(page('linux/arm'), example)).toMatchInlineSnapshot(`
      "docs/page.mdx can't be published:
        docs/page.mdx:1:1: example "hello" is not proved on platform "linux/arm"; did you mean "linux/arm64"? known: linux/amd64, linux/arm64
        docs/page.mdx:3:1: example "hello" is not proved on platform "linux/arm"; did you mean "linux/arm64"? known: linux/amd64, linux/arm64"
    `);
  });
});

import {describe, expect, it} from 'vitest';
import {formatProblem, type Problem} from '../../../problems';
import {analyseDockerfile} from '../../collect/dockerfile';

function analyse(text: string, buildArgs: Readonly<Record<string, string>> = {}) {
  const problems: Problem[] = [];
  const facts = analyseDockerfile(text, buildArgs, 'Dockerfile', problems);
  return {...facts, refused: problems.map(formatProblem)};
}

/** `A` is what the last stage is built on; a case adds what else it takes from. */
const after = (instruction: string) => `FROM a AS one\nFROM a AS two\n${instruction}\n`;

describe('the images a build takes from', () => {
  it.each<[spelling: string, text: string, bases: string[]]>([
    ['COPY --from', after('COPY --from=b x y'), ['a', 'b']],
    ['another flag behind it', after('COPY --from=b --chown=0:0 x y'), ['a', 'b']],
    ['another flag before it', after('COPY --chown=0:0 --link --from=b x y'), ['a', 'b']],
    ['double quotes', after('COPY --from="b" x y'), ['a', 'b']],
    ['single quotes around the flag’s end', after("COPY --from='b:1' --link x y"), ['a', 'b:1']],
    ['an escape in a flag', after('COPY --fr\\om=b x y'), ['a', 'b']],
    ['a flag on a continuation line', after('COPY \\\n  --link \\\n  --from=b \\\n  x y'), ['a', 'b']],
    ['a flag across two lines', after('COPY --fr\\\nom=b x y'), ['a', 'b']],
    ['a comment and an empty line between', after('COPY \\\n# no\n\n --from=b x y'), ['a', 'b']],
    [
      'escape=`',
      `# escape=\`\n${after('COPY `\n  --from=b x y\nRUN dir C:\\\nCOPY --from=c x y')}`,
      ['a', 'b', 'c'],
    ],
    ['lower case', after('copy --from=b x y'), ['a', 'b']],
    ['tabs and leading blanks', after('\t COPY\t--from=b\tx\ty'), ['a', 'b']],
    ['other blanks', after('COPY\v--from=b\fx y'), ['a', 'b']],
    ['CRLF', 'FROM a\r\nCOPY --link \\\r\n --from=b x y\r\n', ['a', 'b']],
    ['a byte order mark', '\uFEFFFROM a\nCOPY --from=b x y', ['a', 'b']],
    ['COPY with a here-document', after('COPY --link --from=b <<EOF /x\nhi\nEOF'), ['a', 'b']],
    ['RUN --mount', after('RUN --mount=type=bind,from=b,target=/x ls'), ['a', 'b']],
    ['RUN --mount, from first', after('RUN --mount=from=b,type=bind,target=/x ls'), ['a', 'b']],
    ['RUN --mount, from last', after('RUN --mount=type=bind,target=/x,from=b ls'), ['a', 'b']],
    ['RUN --mount, from alone', after('RUN --mount=from=b ls'), ['a', 'b']],
    ['RUN --mount in quotes', after('RUN --mount="type=bind,from=b" ls'), ['a', 'b']],
    ['RUN --mount, FROM in capitals', after('RUN --mount=type=bind,FROM=b ls'), ['a', 'b']],
    ['a cache that begins as an image', after('RUN --mount=type=cache,target=/x,from=b ls'), ['a', 'b']],
    [
      'several mounts, behind another flag',
      after(
        'RUN --network=none --mount=type=tmpfs,target=/t \\\n --mount=from=b,target=/x --mount=from=c,target=/y ls',
      ),
      ['a', 'b', 'c'],
    ],
    ['a stage by name', after('COPY --from=one x y\nRUN --mount=from=ONE ls'), ['a']],
    ['a stage by number', after('COPY --from=0 x y'), ['a']],
    ['a name that is a stage only later, in FROM', 'FROM b\nFROM a AS b\n', ['b', 'a']],
    ['a name that is a stage only later, in COPY', 'FROM a\nCOPY --from=b x y\nFROM a AS b\n', ['a', 'b']],
    ['a stage that is called as an object’s property', 'FROM a AS constructor\nFROM constructor\n', ['a']],
    [
      'images called as an object’s properties',
      'FROM constructor\nCOPY --from=toString x y\n',
      ['constructor', 'toString'],
    ],
    ['FROM in quotes', 'FROM "a:1" AS x\n', ['a:1']],
    ['FROM on two lines', 'FROM a\\\n:1\n', ['a:1']],
    ['an ARG', 'ARG V=1\nFROM a:$V\n', ['a:1']],
    ['an ARG in quotes', 'ARG V="1"\nFROM a:${V}\n', ['a:1']],
    ['two ARGs in one line', 'ARG V=1 W=2\nFROM a:$V-$W\n', ['a:1-2']],
    ['an ARG that uses an ARG', 'ARG V=1\nARG T=$V-slim\nFROM a:${T}\n', ['a:1-slim']],
    ['an ARG that is given twice', 'ARG V=1\nARG V=2\nFROM a:$V\n', ['a:2']],
    ['${X:-y} without X', 'FROM a:${V:-1}\n', ['a:1']],
    ['${X:-y} with X', 'ARG V=2\nFROM a:${V:-1}\n', ['a:2']],
    ['${X-y} with an empty X', 'ARG V=\nFROM a${V-:1}\n', ['a']],
    ['${X:-y} with an empty X', 'ARG V=\nFROM a${V:-:1}\n', ['a:1']],
    ['${X:-${Y}}', 'ARG W=2\nFROM a:${V:-${W}}\n', ['a:2']],
    ['${X:+y} with X', 'ARG V=1\nFROM a:${V:+slim}\n', ['a:slim']],
    ['${X:+y} without X', 'FROM a${V:+:${W}}\n', ['a']],
    ['${X:?y} with X', 'ARG V=1\nFROM a:${V:?say-which}\n', ['a:1']],
    ['a here-document with instructions in it', after('RUN <<EOF\nFROM b\nCOPY --from=c x y\nEOF'), ['a']],
    [
      'a here-document in quotes, with tabs',
      after('RUN cat <<-"EOF"\n\tFROM b\n\tEOF\nCOPY --from=c x y'),
      ['a', 'c'],
    ],
    ['two here-documents', after('RUN cat <<A 3<<B\nFROM b\nA\nFROM c\nB\nCOPY --from=d x y'), ['a', 'd']],
    [
      'what only looks like a here-document',
      after('RUN echo "<<EOF" x<<2 <<<EOF\nCOPY --from=b x y'),
      ['a', 'b'],
    ],
    ['a here-document where there are none', after('ENV X="<<EOF"\nCOPY --from=b x y'), ['a', 'b']],
    ['a comment', after('# COPY --from=b x y\n  # RUN --mount=from=c ls'), ['a']],
    ['--from behind --', after('RUN -- ls --mount=from=b'), ['a']],
    ['--from of a command', after('RUN ls --from=b --mount=from=c'), ['a']],
    ['syntax behind another comment', '# A comment.\n# syntax=b\nFROM a\n', ['a']],
    ['syntax behind an unknown directive', '# lint=no\n# syntax=b\nFROM a\n', ['a']],
  ])('%s', (_, text, bases) => {
    const found = analyse(text);
    expect(found.refused).toEqual([]);
    expect(found.bases).toEqual(bases);
  });

  it('have the build argument instead of the default, as it is given', () => {
    expect(analyse('ARG V=1\nFROM a:$V\n', {V: '2'}).bases).toEqual(['a:2']);
    expect(analyse('ARG V\nFROM a:$V\n', {V: '2'}).bases).toEqual(['a:2']);
    expect(analyse('ARG V=1 T=$V-slim\nFROM a:$T\n', {V: '2'}).bases).toEqual(['a:2-slim']);
    expect(analyse('ARG W=1 V\nFROM a:$V\n', {V: '$W'}).bases).toEqual(['a:$W']);
  });

  it('are found where they are first named', () => {
    const {places} = analyse(
      'ARG V=1\nFROM a:$V AS one\nRUN \\\n  --mount=from=b,target=/x ls\nCOPY --from=b x y\n',
    );
    expect(places).toEqual({'a:1': {line: 2, column: 6}, b: {line: 4, column: 3}});
  });
});

describe('a Dockerfile is refused', () => {
  it.each<[spelling: string, text: string, message: string]>([
    [
      'syntax',
      '# syntax=docker/dockerfile:1\nFROM a\n',
      '1:1: the directive syntax=docker/dockerfile:1 makes the builder pull an image that nothing pins: remove the line, the builder has its own parser',
    ],
    ['#syntax = x', '#syntax = x\nFROM a\n', '1:1: the directive syntax=x makes the builder pull an image'],
    ['SYNTAX', '#  SynTax=x\nFROM a\n', '1:1: the directive syntax=x makes the builder pull an image'],
    [
      'syntax behind a byte order mark',
      '\uFEFF# syntax=x\nFROM a\n',
      '1:1: the directive syntax=x makes the builder pull an image',
    ],
    [
      'syntax behind escape',
      '# escape=\\\n# syntax=x\nFROM a\n',
      '2:1: the directive syntax=x makes the builder pull an image',
    ],
    [
      'syntax behind a shebang',
      '#!/usr/bin/env x\n# syntax=x\nFROM a\n',
      '2:1: the directive syntax=x makes the builder pull an image',
    ],
    [
      'check',
      '# check=skip=all;error=true\nFROM a\n',
      '1:1: the directive check=skip=all;error=true sets lint rules, which differ between versions of the builder: remove the line',
    ],
    ['an escape that is none', '# escape=^\nFROM a\n', '1:1: the directive escape=^ names neither \\ nor `'],
    [
      'ONBUILD',
      after('ONBUILD COPY --from=b x y'),
      '3:1: ONBUILD takes effect in later builds, which nothing here proves: write the instruction in their Dockerfiles',
    ],
    ['ADD --from', after('ADD --link --from=b x y'), '3:12: ADD has no --from: use COPY'],
    [
      'COPY --from without a value',
      after('COPY --from b x y'),
      '3:6: --from has no value: write --from=NAME',
    ],
    ['COPY --from twice', after('COPY --from=b --from=c x y'), '3:15: --from is given twice'],
    [
      'COPY --from with an ARG',
      `ARG B=b\n${after('COPY --link --from=${B} x y')}`,
      '4:13: --from=${B}: variables are not expanded here; make the image a stage (FROM … AS name) and name that',
    ],
    [
      'RUN --mount with an ARG',
      `ARG B=b\n${after('RUN --mount=from=$B,target=/x ls')}`,
      '4:5: --mount from=$B: variables are not expanded here; make the image a stage',
    ],
    [
      'RUN --mount with quotes inside',
      after(`RUN --mount='type=bind,"from=b"' ls`),
      '3:5: --mount has quotes inside its value: write its options without them',
    ],
    ['RUN --mount with two', after('RUN --mount=from=b,from=c ls'), '3:5: --mount has more than one from'],
    [
      'a stage by number in a mount',
      after('RUN --mount=from=0,target=/x ls'),
      '3:5: --mount from=0: a mount cannot name a stage by number; give the stage a name',
    ],
    [
      'a stage by a number that there is not',
      after('COPY --from=1 x y'),
      '3:6: --from=1: no earlier stage has this number; this one is 1, counted from 0',
    ],
    ['the stage itself', after('COPY --from=two x y'), '3:6: a stage cannot copy from itself: two'],
    [
      'a flag that is not ASCII',
      after('COPY --link\u00a0--from=b x y'),
      '3:6: a flag must be printable ASCII',
    ],
    [
      'an unknown instruction',
      'FROM a\nCOPY\u00a0--from=b x y\n',
      '2:1: unknown instruction "COPY\u00a0--from=b"',
    ],
    [
      'two escapes at the end of a line',
      after('RUN echo \\\\\nCOPY --from=b x y'),
      '3:10: builders disagree whether a line that ends in \\\\ continues: end it differently',
    ],
    [
      '<< with a blank behind it',
      after('RUN cat << EOF\nCOPY --from=b x y\nEOF'),
      '3:9: << is followed by a space: builders disagree whether a here-document starts here',
    ],
    [
      '<< behind an open quote',
      after("RUN echo it's <<EOF\nCOPY --from=b x y\nEOF"),
      '3:12: this line has an unclosed quote: builders disagree',
    ],
    [
      '<< beside what nobody expands',
      after('RUN echo ${x^^} <<EOF\nCOPY --from=b x y\nEOF'),
      '3:10: no builder expands ${x^^}: builders disagree',
    ],
    [
      'a here-document without an end',
      after('RUN <<EOF\nCOPY --from=b x y'),
      '3:1: the here-document EOF has no end',
    ],
    [
      'an ARG without a value',
      'ARG V\nFROM a:${V}\n',
      '2:6: FROM uses ${V}, which has no value: give its ARG a default',
    ],
    [
      'an ARG that is declared too late',
      'FROM a AS x\nARG V=1\nFROM a:$V\n',
      '3:6: FROM uses ${V}, which has no value: its ARG must stand before the first FROM',
    ],
    [
      'an ARG that uses one without a value',
      'ARG V\nARG W=x-$V\nFROM a:$W\n',
      '3:6: FROM uses ${W}, whose default uses ${V}, which has no value: give its ARG a default',
    ],
    [
      '${X#…}',
      'ARG V=v1\nFROM a:${V#v}\n',
      '2:6: FROM uses ${V#v}, which not every builder expands: write the value out',
    ],
    ['${X%…}', 'ARG V=v1\nFROM a:${V%1}\n', '2:6: FROM uses ${V%1}, which not every builder expands'],
    ['${X/…}', 'ARG V=v1\nFROM a:${V/v/}\n', '2:6: FROM uses ${V/v/}, which not every builder expands'],
    ['${X:?y} without X', 'FROM a:${V:?say-which}\n', '1:6: FROM uses ${V}, which has no value: say-which'],
    ['an open ${', 'FROM a:${V:-1\n', '1:6: FROM has a ${ that no } closes'],
    ['an open quote', 'FROM "a\n', '1:6: FROM has a " that nothing closes'],
    [
      'an image that differs by platform',
      'FROM a-$TARGETARCH\n',
      '1:6: FROM uses ${TARGETARCH}, which differs by platform: name the image, and its platform by --platform',
    ],
    [
      'an image by platform, through an ARG',
      'ARG T=${BUILDARCH}\nFROM a:$T\n',
      '2:6: FROM uses ${T}, whose default uses ${BUILDARCH}, which differs by platform',
    ],
    ['no image', 'FROM --platform=linux/arm64\n', '1:1: FROM names no image'],
    ['an empty image', 'ARG V=\nFROM $V\n', '2:6: FROM names no image'],
    ['words behind the image', 'FROM a b\n', '1:1: expected FROM IMAGE or FROM IMAGE AS NAME'],
    ['a stage’s name that is none', 'FROM a AS $x\n', '1:1: expected FROM IMAGE or FROM IMAGE AS NAME'],
    ['an unknown flag of FROM', 'FROM --from=b a\n', '1:6: FROM has no flag --from'],
    [
      'a platform of another variable',
      'FROM --platform=linux/$TARGETARCH a\n',
      '1:6: FROM --platform=linux/$TARGETARCH: expected $BUILDPLATFORM, $TARGETPLATFORM or a platform such as linux/arm64',
    ],
    [
      'a platform that an ARG changes',
      'ARG BUILDPLATFORM=linux/arm64\nFROM --platform=$BUILDPLATFORM a\n',
      '2:6: FROM --platform=$BUILDPLATFORM: ARG BUILDPLATFORM has its own value here: remove that value',
    ],
    [
      'two platforms',
      'FROM --platform=linux/arm64 --platform=linux/amd64 a\n',
      '1:29: FROM --platform is given twice',
    ],
    ['no FROM', 'ARG V=1\n', '1:1: there is no FROM'],
  ])('for %s', (_, text, message) => {
    const {refused} = analyse(text);
    expect(refused.filter((line) => !line.includes('unknown instruction "EOF"'))).toHaveLength(1);
    expect(refused[0]).toContain(`Dockerfile:${message}`);
  });

  it.each(['// syntax=x\nFROM a\n', '//  Syntax = x y\nFROM a\n', '{"syntax": "x"}\n'])(
    'for a syntax that only BuildKit sees: %j',
    (text) => {
      expect(analyse(text).refused[0]).toContain('Dockerfile:1:1: the directive syntax=x');
    },
  );

  it('takes no image that is not known for a base', () => {
    expect(analyse('ARG V\nFROM a:${V}\n').bases).toEqual([]);
    expect(analyse(after('COPY --from=$B x y')).bases).toEqual(['a']);
  });
});

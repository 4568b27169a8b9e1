import {createHash} from 'node:crypto';
import path from 'node:path';
import {describe, expect, it} from 'vitest';
import {Copies} from '../../../../../src/copies/copies';
import {copyIndex} from '../../../../../src/copies/copyIndex';
import {fixture, fixturesIn} from '../../../../../src/copies/__tests__/published';
import {verifiedExamples} from '../../../../siteOptions';
import {revisionsFromExamples} from './fromExamples';

const SITE = path.join(__dirname, '../../../../..');

const revisions = revisionsFromExamples(SITE, verifiedExamples.path ?? '');
const index = copyIndex(revisions, null);
const copies = new Copies(index, (text) => createHash('sha256').update(text).digest('hex'));
const dockerfiles = revisions.flatMap(({address, kind, files}) =>
  files.map(({path: file, text}) => ({name: `${address} ${file}`, address, kind, text})),
);

/** What people do to a recipe before they use it. */
const adapted = (text: string) =>
  text
    .replaceAll('./cmd/app', './cmd/server')
    .replaceAll('/out/app', '/out/server')
    .replace(/ \/app$/gm, ' /server')
    .replace('["/app"]', '["/server"]')
    .replaceAll('1.27', '1.28')
    .replace(/(\nENTRYPOINT)/, '\nLABEL team=core$1');

describe('the Dockerfiles of the examples', () => {
  it('are many', () => {
    expect(dockerfiles.length).toBeGreaterThan(50);
  });

  it.each(dockerfiles)('has $name as itself, or as its equal', ({address, text}) => {
    const copy = copies.find(text);
    expect(copy).toMatchObject({rule: 'copy-current', foundBy: 'hash', same: true, differences: []});
    const equal = dockerfiles.filter((one) => one.text === text);
    expect(equal.map((one) => one.address)).toContain(copy?.address);
    expect(equal.map((one) => one.address)).toContain(address);
  });

  it.each(dockerfiles.filter(({kind, text}) => kind === 'recipe' && text.includes('$PACKAGE')))(
    'has $name after it was adapted, also without its comments',
    ({address, text}) => {
      const bare = text.replace(/^\s*#.*\n/gm, '');
      for (const one of [adapted(text), adapted(bare)])
        expect(copies.find(one)).toMatchObject({address, foundBy: 'likeness'});
    },
  );

  it.each(fixturesIn('unrelated'))('are not found in %s', (name) => {
    expect(copies.find(fixture(`unrelated/${name}`))).toBeNull();
  });

  it('make an index that fits into a small download, with revisions before them', () => {
    const older = [1, 2, 3].flatMap((age) =>
      revisions.map((revision) => ({
        ...revision,
        address: `${revision.address.slice(0, -1)}${age}`,
        files: revision.files.map(({path: file, text}) => {
          const before = text.replaceAll('1.27', `1.${27 - age}`).replaceAll('-s -w', `-s -w -X v=${age}`);
          return {path: file, sha256: createHash('sha256').update(before).digest('hex'), text: before};
        }),
      })),
    );
    expect(JSON.stringify(copyIndex([...older, ...revisions], null)).length).toBeLessThan(250_000);
  });
});

import {expect, it} from 'vitest';
import {readWords} from '../../../../../../engine-words/src';
import {symptomContext} from '../../../../__tests__/symptomSite';
import {Attributes} from '../../attributes';
import type {DirectiveHandler} from '../../types';
import {measuredDirective} from '../measured';
import {wordsDirective, wordsTableDirective} from '../words';

const words = {words: readWords(process.cwd()).words, expiresAfterDays: 9999};

/** The embed, or what is reported instead. */
async function embed(handler: DirectiveHandler, values: Record<string, string>, label = '') {
  const problems: string[] = [];
  const report = (message: string) => problems.push(message);
  const made = await handler({
    attributes: new Attributes(values, report),
    ...{label, uid: 'embed-1', siteDir: '', examples: new Map(), report},
    context: {...symptomContext(), words},
  });
  return problems.length > 0 ? problems : made?.view;
}

it('embeds a case and tables', async () => {
  expect(await embed(wordsDirective, {case: 'missing-file'})).toMatchObject({id: 'missing-file'});
  expect(await embed(wordsTableDirective, {shows: 'exits'})).toMatchObject({shows: 'exits'});
});

it('measures what an engine said', async () => {
  const asked = {engine: 'docker-trixie-runc', case: 'missing-file'};
  expect(await embed(measuredDirective, {...asked, value: 'exit'}, 'exit %')).toMatchObject({
    text: 'exit 127',
    example: null,
    href: '/understand/engines#missing-file',
    state: 'verified',
  });
  expect(await embed(measuredDirective, {...asked, value: 'core', match: '(stat \\S+):'})).toMatchObject({
    text: 'stat /srv/app',
  });
});

it('refuses what no engine was asked', async () => {
  const asked = {engine: 'docker-trixie-runc', case: 'missing-file', value: 'exit'};
  expect([
    await embed(wordsDirective, {case: 'missing-fle'}),
    await embed(wordsDirective, {case: 'missing-file', more: 'x'}),
    await embed(wordsTableDirective, {shows: 'all'}),
    await embed(measuredDirective, {...asked, engine: 'docker-trixie-run'}),
    await embed(measuredDirective, {...asked, value: 'exits'}),
    await embed(measuredDirective, {...asked, is: '1'}, 'one'),
    await embed(measuredDirective, asked, 'one'),
    await embed(measuredDirective, {...asked, id: 'hello'}),
    await embed(measuredDirective, {...asked, match: 'x'}),
  ]).toMatchSnapshot();
});

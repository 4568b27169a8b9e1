import {readFileSync} from 'node:fs';
import path from 'node:path';
import {htmlFiles} from '../../../../built-pages/src/htmlFiles';
import {checkPage, type Checked, type Unproved} from './checkPage';
import type {ProvedTexts} from './provedTexts';

/**
 * The last check before a site is published: every code block, stream, matrix and measured value of every built page is
 * one that a proof has, under a state that it has.
 *
 * @param outDir - Absolute path of the built site
 * @returns How many code blocks there are of each state
 * @throws Error listing every text that is not proved
 */
export function checkBuild(outDir: string, proved: ProvedTexts): Checked {
  const checked: Checked = {byState: new Map(), unproved: []};
  for (const file of htmlFiles(outDir))
    checkPage(readFileSync(path.join(outDir, file), 'utf8'), file, proved, checked);
  if (checked.unproved.length > 0) throw new Error(refusal(checked.unproved));
  return checked;
}

function refusal(unproved: readonly Unproved[]): string {
  return [
    `${unproved.length} texts of the built site are not proved:`,
    ...unproved.map(({page, what, problem, text}) => `  ${page}: ${what} ${problem}: ${text}`),
    'If it was typed, embed an example instead, or give the fence a reason and a last day.',
    'If it comes from an example, something changed it on its way to the page: a component, or a page that the bundler kept. `npx docusaurus clear` removes what is kept.',
  ].join('\n');
}

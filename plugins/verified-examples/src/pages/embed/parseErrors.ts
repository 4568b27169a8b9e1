import path from 'node:path';
import type {Processor} from 'unified';
import type {VFile} from 'vfile';
import {messageOf} from '../../messageOf';
import {ProblemsError, type Problem} from '../../problems';

/** What to say of a leaf directive that is not on a line of its own. */
export function strayLeaf(name: string): string {
  return `::${name} stands inside a paragraph; a leaf directive needs a line of its own`;
}

/**
 * Makes a page's parser name the leaf directives inside paragraphs when it fails. MDX takes the attributes of such a
 * directive for JavaScript: of `{id=pure-go-static}` it says only that acorn could not parse it.
 *
 * @param processor - Of remark, after its parser was attached
 * @param siteDir - Absolute path of the site
 */
export function explainParseErrors(processor: Processor, siteDir: string): void {
  const {parser} = processor;
  if (parser === undefined) return;
  processor.parser = (document: string, file: VFile) => {
    try {
      return parser(document, file);
    } catch (error) {
      const page = path.relative(siteDir, file.path);
      const strays = strayLeaves(document).map((stray) => ({file: page, ...stray}));
      if (strays.length === 0) throw error;
      const own = problemOf(error, page);
      const told = strays.some(({line}) => line === own.line);
      throw new ProblemsError(`${page} can't be published`, told ? strays : [...strays, own]);
    }
  };
}

/** Leaf directives with attributes that share their line with other text, outside of code. */
function strayLeaves(document: string): Omit<Problem, 'file'>[] {
  let fence: string | undefined;
  return document.split('\n').flatMap((written, index) => {
    const [, sign] = /^\s*(`{3,}|~{3,})/.exec(written) ?? [];
    if (sign !== undefined) {
      if (fence === undefined) fence = sign;
      else if (sign.startsWith(fence)) fence = undefined;
      return [];
    }
    if (fence !== undefined) return [];
    const line = written.replace(/`[^`]*`/g, (code) => ' '.repeat(code.length));
    return [...line.matchAll(/(?<![:\w])::([A-Za-z][\w-]*)(?:\[[^\]]*\])?\{[^}]*\}?/g)]
      .filter((found) => line.replace(found[0], '').trim() !== '')
      .map((found) => ({line: index + 1, column: found.index + 1, message: strayLeaf(found[1] ?? '')}));
  });
}

/** vfile's messages have a reason and a place. */
function problemOf(error: unknown, file: string): Problem {
  const {reason, line, column} = error as {reason?: unknown; line?: unknown; column?: unknown};
  return {
    file,
    line: typeof line === 'number' ? line : undefined,
    column: typeof column === 'number' ? column : undefined,
    message: typeof reason === 'string' ? reason : messageOf(error),
  };
}

import {createRequire} from 'node:module';
import {readdirSync, readFileSync} from 'node:fs';
import path from 'node:path';
import {statesFigureInText} from './backing';

/** Where components with words for readers are, relative to the site. */
const COMPONENTS = ['src', 'plugins/verified-examples/src/pages/theme', 'plugins/find/src/theme'];

/**
 * Sentences in components that say a number or quote something: what they show of proofs is given to them.
 *
 * @param siteDir - Absolute
 * @returns `file:line: text`
 */
export function unprovedInComponents(siteDir: string): string[] {
  const files = COMPONENTS.flatMap((folder) =>
    readdirSync(path.join(siteDir, folder), {recursive: true, encoding: 'utf8'})
      .filter((file) => file.endsWith('.tsx'))
      .map((file) => path.posix.join(folder, file)),
  ).sort();
  return files.flatMap((file) =>
    textsIn(readFileSync(path.join(siteDir, file), 'utf8'))
      .filter(({text}) => statesFigureInText(text))
      .map(({line, text}) => `${file}:${line}: ${text}`),
  );
}

/** Texts between tags, and strings of several words. Development alone has the compiler. */
export function textsIn(source: string): {line: number; text: string}[] {
  const ts = createRequire(__filename)('typescript') as typeof import('typescript');
  const file = ts.createSourceFile('x.tsx', source, ts.ScriptTarget.Latest, true, ts.ScriptKind.TSX);
  const texts: {line: number; text: string}[] = [];
  const visit = (node: import('typescript').Node) => {
    if (ts.isJsxText(node) || (ts.isStringLiteralLike(node) && /\S\s+\S/.test(node.text)))
      texts.push({
        line: file.getLineAndCharacterOfPosition(node.getStart(file)).line + 1,
        text: node.text.replace(/\s+/g, ' ').trim(),
      });
    ts.forEachChild(node, visit);
  };
  visit(file);
  // Paths of drawings have no words.
  return texts.filter(({text}) => /[a-z]{2}/i.test(text));
}

import type {Program, Statement} from 'estree';
import {HAS_VIEWS} from '../model/hasViews';

/** The function of a compiled guide that makes its content (MDX 3). */
const CONTENT = '_createMdxContent';

/** Browsers get the text of a guide as HTML alone (theme/DocItem/Content): their bundler drops what stands after this. */
const LEAVE: Statement = {
  type: 'IfStatement',
  test: {
    type: 'UnaryExpression',
    operator: '!',
    prefix: true,
    argument: {type: 'Identifier', name: HAS_VIEWS},
  },
  consequent: {type: 'ReturnStatement', argument: {type: 'Literal', value: null, raw: 'null'}},
};

/**
 * Recma plugin that takes a guide's text out of what browsers load.
 *
 * @throws Error where MDX names the function otherwise: the text would be shipped twice, and nobody would see it
 */
export function keptContent() {
  return (program: Program): void => {
    const content = program.body.find(
      (statement) => statement.type === 'FunctionDeclaration' && statement.id.name === CONTENT,
    );
    if (content?.type !== 'FunctionDeclaration')
      throw new Error(`a compiled guide has no ${CONTENT}: has MDX another name for it?`);
    content.body.body.unshift(LEAVE);
  };
}

import {runInNewContext} from 'node:vm';
import {compile} from '@mdx-js/mdx';
import {expect, it} from 'vitest';
import {keptContent} from '../keptContent';

it('leaves a guide’s text where its bundler says that it can be rendered', async () => {
  const compiled = String(await compile('# Title\n\nText\n', {recmaPlugins: [keptContent]}));
  const render = (known: boolean) => {
    const body = compiled
      .replace(/^import .*$/gm, '')
      .replace('export default function', 'return function')
      .replaceAll('export ', '');
    const jsx = (type: unknown, props: unknown) => ({type, props});
    const globals = {_jsx: jsx, _jsxs: jsx, _Fragment: 'Fragment', __HAS_VIEWS__: known};
    const content = runInNewContext(`(() => {${body}})()`, globals) as (props: object) => unknown;
    return JSON.stringify(content({}));
  };
  expect(render(true)).toContain('Text');
  expect(render(false)).toBe('null');
});

it('does not pass over a module without one', () => {
  expect(() => {
    keptContent()({type: 'Program', sourceType: 'module', body: []});
  }).toThrow('has no _createMdxContent');
});

import {writeFileSync} from 'node:fs';
import path from 'node:path';
import {describe, expect, it} from 'vitest';
import {folderWith} from '../../../verified-examples/src/__tests__/fixtures';
import {pageScripts, withScripts} from '../pageScripts';
import {withoutPreloads} from '../preloads';

const ROUTES = `import React from 'react';
import ComponentCreator from '@docusaurus/ComponentCreator';

export default [
  {
    path: '/fix',
    component: ComponentCreator('/fix', 'a1b'),
    exact: true
  },
  {
    path: '/',
    component: ComponentCreator('/', 'c2d'),
    exact: true
  },
  {
    path: '/',
    component: ComponentCreator('/', 'e3f'),
    routes: [
      {
        path: '/decide',
        component: ComponentCreator('/decide', '045'),
        exact: true,
        sidebar: "decide"
      }
    ]
  },
  {
    path: '*',
    component: ComponentCreator('*'),
  },
];
`;
const CHUNKS = {
  '/fix-a1b': {__comp: 'fix', __context: {plugin: 'plugin'}, __props: 'main-has-it'},
  '/-c2d': {__comp: 'home'},
  '/-e3f': {__comp: 'guides'},
  '/decide-045': {__comp: 'guide', content: 'decide'},
};
const MANIFEST = {
  origins: {
    app: ['8', '9'],
    fix: ['1', '2'],
    plugin: ['3'],
    home: ['4'],
    guides: ['5'],
    guide: ['2', '6'],
    decide: ['7'],
  },
  assets: Object.fromEntries(
    [1, 2, 3, 4, 5, 6, 7, 8].map((id) => [id, {js: [{publicPath: `/assets/js/${id}.js`}]}]),
  ),
};

function generated(): string {
  const folder = folderWith({});
  writeFileSync(path.join(folder, 'routes.js'), ROUTES);
  writeFileSync(path.join(folder, 'routesChunkNames.json'), JSON.stringify(CHUNKS));
  writeFileSync(path.join(folder, 'client-manifest.json'), JSON.stringify(MANIFEST));
  return folder;
}

describe('the scripts of a page', () => {
  it('are those of its route, of the routes around it, and what these share', () => {
    const scriptsOf = pageScripts(generated());
    const numbers = (page: string) => scriptsOf(page).own.map((script) => path.basename(script, '.js'));
    expect(numbers('/fix')).toEqual(['1', '2', '3']);
    expect(numbers('/')).toEqual(['4']);
    expect(numbers('/decide')).toEqual(['5', '2', '6', '7']);
  });

  it('are none for a file that is no route', () => {
    const scriptsOf = pageScripts(generated());
    expect(['/404', '/fix/run', '/decide/more'].flatMap((page) => scriptsOf(page).own)).toEqual([]);
  });

  it('are refused where the route has another name in the table of chunks', () => {
    const folder = generated();
    writeFileSync(path.join(folder, 'routesChunkNames.json'), '{}');
    expect(() => pageScripts(folder)('/fix')).toThrow('/fix: routesChunkNames.json has no route /fix-a1b');
  });

  it('are refused where the script that comes after the first paint is not found', () => {
    const folder = generated();
    writeFileSync(path.join(folder, 'client-manifest.json'), JSON.stringify({...MANIFEST, origins: {}}));
    expect(() => pageScripts(folder)).toThrow('client-manifest.json has no script of the chunk "app"');
  });

  it('stand before the one that waits for them, each once, and what comes after the first paint is fetched ahead', () => {
    const html = '<script src=/r.js defer></script><script src=/assets/js/main.1a.js defer></script>';
    expect(withScripts(html, {own: ['/r.js', '/a.js'], later: ['/app.js']})).toBe(
      '<script src=/r.js defer></script><link rel="preload" as="script" fetchpriority="low" href="/app.js"><script src="/a.js" defer></script><script src=/assets/js/main.1a.js defer></script>',
    );
    expect(withScripts('<p>', {own: [], later: ['/app.js']})).toBe('<p>');
    expect(() => withScripts('<p>', {own: ['/a.js'], later: []})).toThrow('it loads no main script');
  });
});

it('an image that React’s renderer asks for ahead does not stand before the page', () => {
  const preload = '<link rel=preload as=image href=/img/logo.svg />';
  expect(withoutPreloads(`<div id=__docusaurus>${preload}${preload}<nav>`)).toBe(
    '<div id=__docusaurus><nav>',
  );
  expect(withoutPreloads(`<head>${preload}</head><div id="__docusaurus"><nav>`)).toContain(preload);
});

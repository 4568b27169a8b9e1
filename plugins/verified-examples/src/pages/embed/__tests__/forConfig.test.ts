import {describe, expect, it} from 'vitest';
import type {Options as PresetOptions} from '@docusaurus/preset-classic';
import config from '@site/docusaurus.config';

describe('the configuration of the site', () => {
  it('has the remark plugin for pages beside the guides too', () => {
    const [[, preset]] = config.presets as [[string, PresetOptions]];
    const {docs, pages} = preset;
    if (!docs || !pages) throw new Error('the preset has no docs or no pages');
    expect(pages.remarkPlugins).toHaveLength(1);
    expect(pages.remarkPlugins).toEqual(docs.remarkPlugins);
  });

  it('tells browsers neither the folder of the build nor its day', () => {
    const shipped = JSON.stringify(config);
    expect(shipped).not.toContain(process.cwd());
    expect(shipped).not.toContain(new Date().toISOString().slice(0, 10));
  });
});

import {describe, expect, it} from 'vitest';
import type {Options as PresetOptions} from '@docusaurus/preset-classic';
import config from '@site/docusaurus.config';
import {HELLO, folderWith} from '../../../__tests__/fixtures';
import {verifiedEmbeds} from '../forConfig';

describe('the remark plugin', () => {
  const siteDir = () => folderWith(HELLO);
  const optionsOf = (folder: string, moment: string) => {
    const pluggable = verifiedEmbeds(folder, {}, new Date(moment));
    return Array.isArray(pluggable) ? JSON.stringify(pluggable[1]) : '';
  };

  it('has other options on another day, so that no page is cached past the day of a fence or a proof', () => {
    const folder = siteDir();
    const evening = optionsOf(folder, '2026-11-23T23:59:59Z');
    expect(optionsOf(folder, '2026-11-23T00:00:00Z')).toBe(evening);
    expect(optionsOf(folder, '2026-11-24T00:00:00Z')).not.toBe(evening);
  });

  it('is that of pages beside the guides too', () => {
    const [[, preset]] = config.presets as [[string, PresetOptions]];
    const {docs, pages} = preset;
    if (!docs || !pages) throw new Error('the preset has no docs or no pages');
    expect(pages.remarkPlugins).toHaveLength(1);
    expect(pages.remarkPlugins).toEqual(docs.remarkPlugins);
  });
});

import {countRows} from '../client/format/counts';
import type {SiteCounts} from '../model/views';
import type {PluginOptions} from '../../settings';
import {collect} from '../../proof/collection';
import {countClaims} from './claims';
import {siteCounts} from './counts';

export interface CountRequest {
  siteDir: string;
  plugin: PluginOptions;
  json: boolean;
}

/** `docusaurus examples:count`: what the About page shows, on the terminal. */
export async function countCommand({siteDir, plugin, json}: CountRequest): Promise<void> {
  const collection = collect(siteDir, plugin);
  const counts = siteCounts(collection, await countClaims(siteDir, collection));
  process.stdout.write(json ? `${JSON.stringify(counts, null, 2)}\n` : formatCounts(counts));
}

/** One aligned line a count. */
export function formatCounts(counts: SiteCounts): string {
  const rows = countRows(counts);
  const names = Math.max(...rows.map(({name}) => name.length));
  const values = Math.max(...rows.map(({value}) => String(value).length));
  return rows
    .map(({name, value, meaning}) => `${name.padEnd(names)}  ${String(value).padStart(values)}  ${meaning}\n`)
    .join('');
}

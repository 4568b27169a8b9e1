import {usePluginData} from '@docusaurus/useGlobalData';
import type {SiteCounts} from '../../model/views';

/** What is counted of the whole site; global data, so that no cached page keeps an old number. */
export function useSiteCounts(): SiteCounts {
  return usePluginData('verified-examples', undefined, {failfast: true}) as SiteCounts;
}

import {DEFAULT_SERVER} from '../example/model/runsIn';
import type {Dns} from '../example/model/scenario';

/** The resolv.conf of a container beside the lab: its servers in order, the search list, the options. */
export function resolvConf({servers, search, options}: Dns): string {
  return [
    ...(servers ?? [{listen: DEFAULT_SERVER}]).map(({listen}) => `nameserver ${listen}`),
    ...(search === undefined ? [] : [`search ${search.join(' ')}`]),
    ...(options === undefined ? [] : [`options ${options.join(' ')}`]),
    '',
  ].join('\n');
}

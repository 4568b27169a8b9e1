import type {RadarEntry} from '../../../../base-images/src/radar/model';

/** What upstream had of a base when it was asked last; null: it was not asked about what a proof rests on. */
export type UpstreamView =
  | (Pick<RadarEntry, 'world' | 'state' | 'asOf' | 'since' | 'why'> & {
      /** How many packages are newer. */
      newer: number;
    })
  | null;

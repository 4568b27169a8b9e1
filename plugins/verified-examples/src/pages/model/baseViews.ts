import type {BaseUse} from '../../proof/model/receipt';
import type {UpstreamView} from './upstreamView';

/** A base that was used, and what it is where it stands in for the image of that name. */
export interface BaseUseView extends BaseUse {
  standIn: string | null;
}

/** The same on the page of an example. */
export interface ExampleBaseView extends BaseUseView {
  upstream: UpstreamView;
}

/** Base images that differ in nothing but their user, as measured. */
export interface BaseRowView {
  /** `standIn`: what it is, where it was not made from the packages of the image of that name. */
  names: {ref: string; aliases: string[]; standIn: string | null}[];
  /** The user that each of them runs as. */
  runsAs: {ref: string; user: string; uid: number | null}[];
  platform: string;
  /** Until when upstream supports its parts; `until` null: no end is announced. */
  support: {what: string; until: string | null; longTerm: string | null; over: boolean}[];
  approximations: string[];
  /** For example "glibc 2.41". */
  libc: string | null;
  /** Dynamic loaders at the paths that programs name. */
  loaders: string[];
  caRoots: number;
  timeZones: number;
  /** The hosts line of nsswitch.conf; null: no such file or line. */
  nsswitchHosts: string | null;
  shell: string | null;
  /** Names in /etc/passwd with their numbers. */
  users: Record<string, number>;
  tmp: boolean;
  size: number;
  packages: number;
  /** What upstream has of each of them: rebuilt, and of a registry. Not part of what a revision is of. */
  upstream: {ref: string; views: UpstreamView[]}[];
}

export type UnmeasuredBase = Pick<BaseRowView, 'names' | 'support'>;

/** `<BasesEmbed view>` */
export interface BasesView {
  /** Where the dates of support were published, and the day on which they were read. */
  sources: {title: string; url: string}[];
  datesOf: string;
  /** Those to choose between. */
  rows: BaseRowView[];
  /** Bases that only a registry has, of which nobody has measured what is in them. */
  unmeasured: UnmeasuredBase[];
  /** Some were rebuilt. */
  rebuilt: boolean;
  /** Bases that were pulled and not rebuilt: the digest, and the day on which the tag had it. */
  pulled: {ref: string; digest: string; on: string}[];
  aside: BasesAside[];
}

/** Bases that few choose: tags to debug with, and older releases than the newest. */
export interface BasesAside {
  why: 'debug' | 'older';
  rows: BaseRowView[];
}

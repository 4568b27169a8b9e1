import {cacheFolder} from '../../../../base-images/src/cacheFolder';
import {readPins} from '../../../../base-images/src/pins';
import {readContents, writeContents} from '../../../../base-images/src/radar/contents';
import {judge} from '../../../../base-images/src/radar/judge';
import {lookAtRebuilt} from '../../../../base-images/src/radar/lookAtRebuilt';
import type {Radar, RadarEntry} from '../../../../base-images/src/radar/model';
import {entryOf, RADAR_FILE, readRadar, writeRadar} from '../../../../base-images/src/radar/radarFile';
import {firstEnd} from '../../../../base-images/src/support';
import {BUILD_PLATFORM} from '../../example/collect/basePlatforms';
import {collect, type Collection} from '../../proof/collection';
import type {PluginOptions} from '../../settings';
import {withCleanup} from '../cleanup';
import {EXIT, exitCodeOf, type ExitCode} from '../exitCode';
import {basesByPlatform} from '../neededBases';
import {lookAtRegistries} from './lookAtRegistries';
import {rebuiltSubjects} from './rebuiltSubjects';
import {sayRadar} from './sayRadar';
import {registrySubjects, type Needed} from './subjects';

interface RadarRequest {
  siteDir: string;
  plugin: PluginOptions;
}

interface Work {
  siteDir: string;
  collection: Collection;
  /** The last one. */
  radar: Radar;
  moment: Date;
  signal: AbortSignal;
  onProgress: (line: string) => void;
}

/**
 * `docusaurus radar`: asks registries and package indexes what bases are now, without building one, and writes it down.
 *
 * @returns The exit code; that somebody did not answer is no failure, and is written down too
 */
export function radarCommand({siteDir, plugin}: RadarRequest): Promise<ExitCode> {
  return exitCodeOf(async () => {
    const {interrupted} = await withCleanup(async ({signal}) => {
      const onProgress = (line: string) => process.stderr.write(`${line}\n`);
      const [radar, collection] = [readRadar(siteDir), collect(siteDir, plugin)];
      const work = {siteDir, collection, radar, moment: new Date(), signal, onProgress};
      const entries = [...(await registryEntries(work)), ...(await rebuiltEntries(work))];
      await writeRadar(siteDir, entries);
      process.stdout.write(`${sayRadar(entries)}\n${RADAR_FILE} written\n`);
    });
    return interrupted ? EXIT.interrupted : EXIT.proved;
  });
}

async function registryEntries({siteDir, collection, radar, moment, ...rest}: Work): Promise<RadarEntry[]> {
  const needed = [...basesByPlatform(collection.standings, BUILD_PLATFORM)].flatMap(([platform, refs]) =>
    refs.map((ref) => ({ref, platform})),
  );
  const earlierOf = ({ref, platform}: Needed) =>
    entryOf(radar, {reference: ref, platform, world: 'registry'});
  const request = {pins: readPins(siteDir), earlierOf, ...rest};
  const looks = await lookAtRegistries(registrySubjects(needed), request);
  return looks.map(({ref, platform, pinned, answer}) =>
    judge({
      ...{reference: ref, platform, world: 'registry', pinned, answer, moment},
      ...{earlier: earlierOf({ref, platform}), supportEnd: firstEnd(ref)},
    }),
  );
}

async function rebuiltEntries({siteDir, collection, radar, moment, ...rest}: Work): Promise<RadarEntry[]> {
  const cache = cacheFolder();
  const {subjects, contents} = await rebuiltSubjects({
    ...{radar, cache, recorded: readContents(siteDir)},
    proofs: collection.standings.flatMap(({proof}) => proof ?? []),
  });
  const looks = await lookAtRebuilt(subjects, contents, {cache, ...rest});
  await writeContents(siteDir, contents);
  return looks.map(({entry: {ref}, platform, content, answer}) => {
    const subject = {reference: ref, platform, world: 'rebuilt'} as const;
    const pinned = content === null ? null : {digest: content};
    return judge({
      ...{...subject, pinned, answer, moment},
      ...{earlier: entryOf(radar, subject), supportEnd: firstEnd(ref)},
    });
  });
}

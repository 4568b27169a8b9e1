import {readFileSync} from 'node:fs';
import {expect, it} from 'vitest';
import {folderWith} from '../../__tests__/fixtures';
import type {BuildRequest, Engine, RunRequest} from '../../engine/types';
import {requireEmulation} from '../emulation';
import {buildLab} from '../fixtures';
import type {PreparedBase} from '../session';
import {fakeEngine} from './support/fakeEngine';

const {signal} = new AbortController();
const PLATFORMS = ['linux/amd64', 'linux/arm64'];

/** An engine on a machine of its own, which notes what it is asked to build and to run. */
function engineOf(platform: string) {
  const built: BuildRequest[] = [];
  const ran: (string | undefined)[] = [];
  const real = fakeEngine();
  const engine: Engine = {
    ...real,
    platform,
    hasImage: () => Promise.resolve(false),
    load: () => Promise.resolve('id'),
    build: (request) => {
      built.push({...request, dockerfile: readFileSync(request.dockerfile, 'utf8')});
      return real.build(request);
    },
    run: (request: RunRequest) => {
      ran.push(request.platform);
      return real.run(request);
    },
  };
  return {engine, built, ran};
}

it.each([
  ['linux/amd64', 'linux/arm64'],
  ['linux/arm64', 'linux/amd64'],
])('on an engine of %s only %s needs emulation', async (own, foreign) => {
  const {engine, ran} = engineOf(own);
  await requireEmulation({engine, platforms: PLATFORMS, folder: folderWith({}), signal});
  expect(ran).toEqual([foreign]);
});

it("builds the lab for the engine's platform, once for each platform and set of bases", async () => {
  const bytes = Buffer.from('FROM golang:1.27\n');
  const lab = [{path: 'Dockerfile', absolute: '/lab/Dockerfile', bytes, executable: false}];
  const base = (engineRef: string) => ({engineRef}) as PreparedBase;
  const build = async (platform: string, digest: string) => {
    const {engine, built} = engineOf(platform);
    const bases = new Map([
      ['golang:1.27', base(`golang:1.27@${digest}`)],
      [`other:${digest}`, base('not of the lab')],
    ]);
    const tag = await buildLab(engine, lab, bases, {folder: folderWith({}), signal});
    expect(built).toMatchObject([{tag, platform, bases: {'golang:1.27': `golang:1.27@${digest}`}}]);
    expect(Object.keys(built[0]?.bases ?? {})).toEqual(['golang:1.27']);
    return tag;
  };
  const tags = [
    await build('linux/amd64', 'sha256:1'),
    await build('linux/arm64', 'sha256:1'),
    await build('linux/amd64', 'sha256:2'),
  ];
  expect(new Set(tags).size).toBe(3);
  expect(await build('linux/amd64', 'sha256:1')).toBe(tags[0]);
});

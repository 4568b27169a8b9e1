import {createServer} from 'node:http';
import {buffer} from 'node:stream/consumers';
import {gzipSync} from 'node:zlib';
import {pack} from 'tar-stream';
import {afterEach, expect, test} from 'vitest';
import {platformOf} from '../../recipe/platform';
import {alpineVersions, parseApkIndex} from '../alpineVersions';
import {candidatesOf} from '../aptPolicy';
import {newestOfLines} from '../goVersions';

test('apt-cache policy: the newest version of each package that has one', () => {
  const policy = [
    ...['libc6:', '  Installed: (none)', '  Candidate: 2.41-12+deb13u5', '  Version table:'],
    ...['     2.41-12+deb13u5 500', '        500 http://deb.debian.org/debian trixie/main amd64 Packages'],
    ...['gone:', '  Installed: (none)', '  Candidate: (none)', '  Version table:'],
    ...['zlib1g:', '  Installed: (none)', '  Candidate: 1:1.3.dfsg+really1.3.1-1+b1', ''],
  ];
  expect(Object.fromEntries(candidatesOf(policy.join('\n')))).toEqual({
    libc6: '2.41-12+deb13u5',
    zlib1g: '1:1.3.dfsg+really1.3.1-1+b1',
  });
});

test('go list: the newest release of each line, for one architecture, no candidates for a release', () => {
  const versions = ['1.27.9', '1.27.10', '1.28rc1', '1.27', '1.2.2', '1.28']
    .map((version) => `v0.0.1-go${version}.linux-amd64`)
    .concat('v0.0.1-go1.27.11.linux-arm64', 'v0.0.1-go1.27.12.windows-amd64');
  const list = `golang.org/toolchain ${versions.join(' ')}\n`;
  expect(Object.fromEntries(newestOfLines(list, ['1.27', '1.28', '1.2', '1.20'], 'amd64'))).toEqual({
    '1.27': '1.27.10',
    '1.28': '1.28',
    '1.2': '1.2.2',
  });
});

let close: (() => Promise<unknown>) | undefined;
afterEach(async () => {
  await close?.();
  close = undefined;
});

const INDEX = 'C:Q1abc=\nP:musl\nV:1.2.5-r21\nT:the musl c library\n\nP:busybox\nV:1.37.0-r30\n\nP:broken\n';

test('an APKINDEX: a stanza a package', () => {
  expect(parseApkIndex(INDEX)).toEqual([
    ['musl', '1.2.5-r21'],
    ['busybox', '1.37.0-r30'],
  ]);
});

test('a release of Alpine: both repositories, each a signature and an index in one file', async () => {
  const asked: string[] = [];
  const texts = [INDEX, 'P:zig\nV:0.15.2-r0\n\nP:musl\nV:9-r9\n'];
  const answers = await Promise.all(texts.map(signed));
  const mirror = await serve((path) => {
    asked.push(path);
    return {status: 200, body: answers[asked.length - 1]};
  });
  expect(Object.fromEntries(await alpineVersions('3.23', request('linux/arm64'), mirror))).toEqual({
    musl: '1.2.5-r21',
    busybox: '1.37.0-r30',
    zig: '0.15.2-r0',
  });
  expect(asked).toEqual(['/v3.23/main/aarch64/APKINDEX.tar.gz', '/v3.23/community/aarch64/APKINDEX.tar.gz']);
});

test('a release that the server does not have is no empty release', async () => {
  const mirror = await serve(() => ({status: 404, body: undefined}));
  await expect(alpineVersions('3.99', request('linux/amd64'), mirror)).rejects.toThrow(
    /v3\.99\/main\/x86_64\/APKINDEX\.tar\.gz: answers with status 404$/,
  );
});

const request = (platform: string) => ({
  platform: platformOf(platform),
  signal: new AbortController().signal,
});

/** As Alpine serves it: two archives, the first without an end. */
async function signed(text: string): Promise<Buffer> {
  const signature = await archive('.SIGN.RSA.key', 'x');
  return Buffer.concat([gzipSync(signature.subarray(0, 1024)), gzipSync(await archive('APKINDEX', text))]);
}

function archive(name: string, text: string): Promise<Buffer> {
  const tar = pack();
  tar.entry({name}, text);
  tar.finalize();
  return buffer(tar);
}

async function serve(answer: (path: string) => {status: number; body: Buffer | undefined}): Promise<string> {
  const server = createServer((request_, response) => {
    const {status, body} = answer(request_.url ?? '');
    response.writeHead(status).end(body);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  close = async () => {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  };
  return `http://127.0.0.1:${typeof address === 'object' ? (address?.port ?? 0) : 0}`;
}

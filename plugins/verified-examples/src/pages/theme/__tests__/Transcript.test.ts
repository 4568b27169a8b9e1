import './siteEdge';
import {createElement} from 'react';
import {expect, test} from 'vitest';
import type {TranscriptView} from '../../model/views';
import Transcript from '../Transcript';
import Twin from '../Twin';
import {state, transcript} from './fixtures';
import {render, type Seen} from './render';

const shown = (view: TranscriptView, mark?: string) => render(createElement(Transcript, {view, mark}));
const stream = (html: Seen, name: string) =>
  html.all('samp').find(({attributes}) => attributes['data-stream'] === name);

test('shows command, both streams and how it ended', () => {
  const html = shown(transcript({stderr: 'warn: <b>&</b>\n', exit: 3, state: state('moved')}));
  expect(html.all('code')[0]?.text).toBe('docker run --rm pure-go:default');
  expect(stream(html, 'stdout')?.text).toBe('listening on :8080');
  expect(stream(html, 'stderr')?.text).toBe('warn: <b>&</b>');
  const [foot] = html.all('figcaption');
  for (const fact of [
    'exit 3',
    '0.05 s',
    'static:nonroot',
    '3 Feb 2031',
    'Upstream moved',
    'scenario starts',
  ])
    expect(foot?.text).toContain(fact);
});

test('of a build no time is told: it may have had layers that an engine kept', () => {
  const [foot] = shown(transcript({scenario: null, seconds: null})).all('figcaption');
  expect(foot?.text).toContain('exit 0');
  expect(foot?.text).not.toMatch(/\d s\b/);
});

test('a command keeps every character, and its options stay whole', () => {
  const command = "docker run --rm  -c 'readelf -lW /app | grep x'";
  const [code] = shown(transcript({commands: [command]})).all('code');
  expect(code?.text).toBe(command);
  expect(code?.all('span').map(({text}) => text)).toEqual([command, command, '--rm', '-c', '-lW']);
});

test('several commands are a line each, and copied as they are read', () => {
  const commands = ['docker cp look:/app taken', 'docker rm look'];
  const [code] = shown(transcript({commands})).all('code');
  expect(code?.text).toBe(commands.join('\n'));
});

test('the block carries its proof', () => {
  expect(shown(transcript()).all('pre')[0]?.attributes).toMatchObject({
    'data-proof': 'verified',
    'data-example': 'pure-go',
    'data-scenario': 'starts',
  });
  const build = shown(transcript({scenario: null, base: null}));
  expect(build.all('pre')[0]?.attributes).not.toHaveProperty('data-scenario');
  expect(build.all('figcaption')[0]?.text).toContain('build of pure-go');
});

test('stderr is named in words, and not when nothing was printed there', () => {
  expect(shown(transcript({stderr: 'x\n'})).all('pre')[0]?.text).toContain('stderr');
  expect(shown(transcript()).all('pre')[0]?.text).not.toContain('stderr');
});

test('only the last newline of a stream is left out, and said to be', () => {
  const html = shown(transcript({stdout: '\n\na\n\n', stderr: 'b'}));
  expect(stream(html, 'stdout')?.text).toBe('\n\na\n');
  expect(stream(html, 'stdout')?.attributes['data-final-newline']).toBe('true');
  expect(stream(html, 'stderr')?.attributes['data-final-newline']).toBe('false');
});

test('a symptom is pointed out without changing a character', () => {
  const html = shown(transcript({stderr: 'a: no such file, a: no such file\n'}), 'no such file');
  expect(html.all('mark').map(({text}) => text)).toEqual(['no such file', 'no such file']);
  expect(stream(html, 'stderr')?.text).toBe('a: no such file, a: no such file');
});

test('answers, queries and files of the run are shown', () => {
  const html = shown(
    transcript({
      http: [{request: 'GET /healthz', status: 503, body: 'not <yet>\n'}],
      dns: [
        {name: 'db.test.', type: 'AAAA', transport: 'udp', server: '10.0.0.2', edns: true, sourcePort: 40123},
      ],
      files: [
        {path: '/etc/passwd', exists: false, mode: null, owner: null, text: null},
        {path: '/app', exists: true, mode: '0755', owner: '0:0', text: null},
      ],
    }),
  );
  expect(html.all('pre')[1]?.attributes).toMatchObject({'data-proof': 'verified', 'data-scenario': 'starts'});
  expect(html.text).toContain('GET /healthz → 503');
  expect(stream(html, 'body')?.text).toBe('not <yet>');
  expect(html.text).toContain('AAAA db.test. udp to 10.0.0.2 from port 40123, EDNS');
  expect(html.text).toContain('/etc/passwd does not exist');
  expect(html.text).toContain('/app mode 0755, owner 0:0');
});

test('a twin shows the failure first and marks its text', () => {
  const fails = transcript({scenario: 'fails', stdout: '', stderr: 'exec /app: no such file\n', exit: 1});
  const view = {symptom: 'loader-missing', text: 'no such file', fails, fix: transcript()};
  const html = render(createElement(Twin, {view}));
  expect(html.all('strong').map(({text}) => text)).toEqual(['Fails', 'Fixed']);
  expect(html.all('pre').map(({attributes}) => attributes['data-scenario'])).toEqual(['fails', 'starts']);
  expect(html.all('mark').map(({text}) => text)).toEqual(['no such file']);
});

test('beside another form of its command it shows what was printed alone, or that nothing was', () => {
  const outputOf = (more: Partial<TranscriptView>) =>
    render(createElement(Transcript, {view: transcript(more), outputOnly: true}));
  const html = outputOf({stdout: 'static\n', stderr: ''});
  expect(html.all('pre').map(({text}) => text)).toEqual(['static']);
  expect(html.all('button')).toEqual([]);
  const silent = outputOf({stdout: '', stderr: '', exit: 1});
  expect(silent.all('pre')).toEqual([]);
  expect(silent.all('figcaption')[0]?.text).toContain('exit 1no output');
});

import {spawnSync} from 'node:child_process';
import {describe, expect, it} from 'vitest';
import {formatKept} from '../report/kept';
import {repeatText, shellWord, type Repeatable} from '../repeat';

const own: Repeatable = {
  command: ['/cache/docker', '--config', '/c', '--host', 'unix:///tmp/once/docker.sock'],
  byHand: {
    prefix: ['/cache/docker', '--config', '/c'],
    env: {BUILDX_BUILDER: undefined},
    reopen: {command: 'npm run engine', env: {DOCKER_HOST: 'unix:///tmp/once/docker.sock'}},
  },
};

describe('repeatText', () => {
  it('leaves out the socket that is gone, and removes the container', () => {
    const command = [...own.command, 'run', '--name', 'x', 'image', 'sh', '-c', 'a b'];
    expect(repeatText(own, {command}, {})).toBe(
      "/cache/docker --config /c run --rm --name x image sh -c 'a b'",
    );
  });

  it('sets what differs from the shell, for builds alone what the builder reads', () => {
    const engine: Repeatable = {
      command: ['docker'],
      byHand: {prefix: ['docker'], env: {BUILDX_BUILDER: 'default', CONTAINER_HOST: undefined, SAME: 'x'}},
    };
    const shell = {CONTAINER_HOST: 'ssh://a', SAME: 'x'};
    expect(repeatText(engine, {command: ['docker', 'buildx', 'build', '.']}, shell)).toBe(
      'env BUILDX_BUILDER=default -u CONTAINER_HOST docker buildx build .',
    );
    expect(repeatText(engine, {command: ['docker', 'run', 'x']}, {SAME: 'x'})).toBe('docker run --rm x');
  });

  it('starts the lab before the run that joins it', () => {
    const lab = {command: [...own.command, 'run', '--name', 'lab', 'lab']};
    const command = [...own.command, 'run', '--network', 'container:lab', 'image'];
    expect(repeatText(own, {command, lab}, {})).toMatchInlineSnapshot(`
      "# the lab, in a terminal of its own; Ctrl-C ends it
      /cache/docker --config /c run --rm --name lab lab
      # beside it
      /cache/docker --config /c run --rm --network container:lab image"
    `);
  });
});

describe('shellWord', () => {
  it.each(['plain', "it's", 'two\nlines', "'\\\t\u0001'\n$x`y`", 'é → ✓\n'])('gives bash %j back', (word) => {
    const {stdout} = spawnSync('bash', ['-c', `printf %s ${shellWord(word)}`], {encoding: 'utf8'});
    expect(stdout).toBe(word);
    expect(shellWord(word)).not.toContain('\n');
  });
});

describe('formatKept', () => {
  it('says where, until when, and how the engine is reached', () => {
    const kept = {folder: '/tmp/cgo-field-guide-1', images: ['localhost/a:1'], reopen: own.byHand.reopen};
    expect(formatKept(kept)).toMatchInlineSnapshot(`
      "Kept for repeating by hand, until the next verify:
        files   /tmp/cgo-field-guide-1
        image   localhost/a:1
        engine  has been stopped; npm run engine starts it again on the same images, and says what to export"
    `);
    expect(formatKept({...kept, reopen: undefined})).not.toContain('engine');
  });
});

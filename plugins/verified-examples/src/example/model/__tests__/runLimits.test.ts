import {describe, expect, it} from 'vitest';
import {hello, MANIFEST, only} from '../../../__tests__/fixtures';
import {keyParts} from '../../../proof/keys/key';
import {scenariosOf} from '../variant';

const PROFILE = 'examples/hello/profile.json';

const fixture = (written: string, files: Readonly<Record<string, string>> = {}) =>
  hello({
    'examples/hello/example.yaml': MANIFEST.replace('title: greets', `title: greets\n${written}`),
    ...files,
  });
const problemsOf = (written: string): string =>
  fixture(written)
    .problems.map(({message}) => message)
    .join('\n');
const manifestDigest = (written: string, files: Readonly<Record<string, string>> = {}): unknown => {
  const example = only(fixture(written, files));
  const request = {example, variant: 'current', platform: 'linux/amd64', world: 'rebuilt'} as const;
  const found = keyParts(request, () => 'some identity');
  return 'parts' in found ? found.parts.manifest : found;
};

describe('what one run is limited to', () => {
  it('reaches the scenario as it runs', () => {
    const written =
      '    limits: {pids: 64, nofile: 100}\n    sysctls: {net.ipv4.ping_group_range: "1 0"}\n    seccomp: profile.json';
    const [scenario] = scenariosOf(only(fixture(written, {[PROFILE]: '{}'})).manifest, 'current');
    expect(scenario).toMatchObject({
      limits: {pids: 64, nofile: 100},
      sysctls: {'net.ipv4.ping_group_range': '1 0'},
      seccomp: 'profile.json',
    });
  });

  it('is not in the scenario, and so not in the key, unless it is written', () => {
    const [plain] = scenariosOf(only(hello()).manifest, 'current');
    for (const key of ['limits', 'sysctls', 'seccomp']) expect(plain).not.toHaveProperty(key);
  });

  it.each([
    ['    limits: {pids: 64}', '    limits: {pids: 65}'],
    ['    limits: {nofile: 100}', '    limits: {nofile: 101}'],
    ['    sysctls: {net.core.somaxconn: "1"}', '    sysctls: {net.core.somaxconn: "2"}'],
    ['    seccomp: profile.json', '    seccomp: other.json'],
  ])('decides the key: %s', (one, other) => {
    const files = {[PROFILE]: '{}', 'examples/hello/other.json': '{}'};
    const digests = ['', one, other].map((written) => manifestDigest(written, files));
    expect(new Set(digests).size).toBe(3);
  });

  it.each([
    ['    limits: {}', 'expected at least one of pids, nofile, memory'],
    ['    limits: {memory: 1T}', 'expected a size such as 256m or 1g'],
    ['    sysctls: {}', 'expected at least one'],
    ['    sysctls: {port_start: "1"}', 'expected a name such as net.ipv4.ip_unprivileged_port_start'],
    ['    sysctls: {net.core.somaxconn: "1"}\n    network: lab', 'settings under net. need network: none'],
    ['    seccomp: gone.json', 'scenarios.0.seccomp: there is no file gone.json in the example'],
    ['    seccomp: /etc/profile.json', 'expected a relative path inside the example'],
  ])('%s is refused', (written, message) => {
    expect(problemsOf(written)).toContain(message);
  });

  it('leaves a kernel setting that is not of the network to the lab too', () => {
    const written = '    sysctls: {kernel.shmmax: "4096"}\n    network: lab';
    expect(fixture(written, {'examples/_lab/main.go': 'lab'}).problems).toEqual([]);
  });
});

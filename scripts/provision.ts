/**
 * Installs what the tests need on a disposable Debian machine: Podman, the tools that rebuild bases, QEMU for
 * other platforms, Chromium.
 * Elsewhere it says what is missing and how to get it, and installs nothing.
 */
import {existsSync} from 'node:fs';
import {chromium} from '@playwright/test';
import {cannotRebuild, installRebuildTools} from '../plugins/base-images/src';
import {aptInstall} from '../plugins/base-images/src/machine/aptInstall';
import {installEmulation, whyNoArm64} from '../plugins/verified-examples/src/engine/installEmulation';
import {
  isUnpacked,
  REGISTRY,
  unpackedPackage,
} from '../plugins/verified-examples/src/engine/__tests__/support/packages';
import {installPodman} from '../plugins/verified-examples/src/engine/installPodman';
import {messageOf} from '../plugins/verified-examples/src/messageOf';
import {SYSTEM_CHROMIUM} from './lib/chromium.mjs';
import {machineFacts, onPath, whyNotProvision} from '../plugins/verified-examples/src/engine/provisioning';

/** Ctrl-C ends apt by itself: it is in the same terminal. */
const {signal} = new AbortController();

interface Need {
  name: string;
  /** Undefined: it is here. */
  missing: () => string | undefined;
  install: () => Promise<void>;
  /** What a person does on a machine of their own. */
  advice: string;
}

const NEEDS: readonly Need[] = [
  {
    name: 'podman',
    missing: () => (onPath('podman') === undefined ? 'not on PATH' : undefined),
    install: () => installPodman(signal),
    advice: 'install Podman 4.3 or later, or leave its tests out with: npm test -- --only …',
  },
  {
    name: 'tools that rebuild base images',
    missing: cannotRebuild,
    install: async () => {
      await installRebuildTools({
        signal,
        onProgress: (line) => process.stdout.write(`${line}\n`),
      });
    },
    advice: 'not needed where an image registry answers',
  },
  {
    name: 'C compiler',
    missing: () => (onPath('gcc') === undefined ? 'not on PATH' : undefined),
    install: () => aptInstall(['gcc', 'libc6-dev'], signal),
    advice: 'Go tests of the app with SQLite need gcc',
  },
  {
    name: 'QEMU for linux/arm64',
    missing: whyNoArm64,
    install: () => installEmulation(signal),
    advice: 'install qemu-user-static, or prove the examples for linux/arm64 on another machine',
  },
  {
    name: 'image registry for tests (unpacked, not installed)',
    missing: () => (isUnpacked(REGISTRY) ? undefined : 'not fetched'),
    install: async () => {
      await unpackedPackage(REGISTRY);
    },
    advice: 'tests of registries fetch it with apt-get, which needs Debian',
  },
  {
    name: 'unzip',
    missing: () => (onPath('unzip') === undefined ? 'not on PATH' : undefined),
    install: () => aptInstall(['unzip'], signal),
    advice: "archives of the built site are unpacked with unzip, as on the site's pages",
  },
  {
    name: 'shellcheck',
    missing: () => (onPath('shellcheck') === undefined ? 'not on PATH' : undefined),
    install: () => aptInstall(['shellcheck'], signal),
    advice: 'a test checks reproduce.sh with it',
  },
  {
    name: 'Chromium',
    missing: () =>
      [...SYSTEM_CHROMIUM, chromium.executablePath()].some((file) => existsSync(file))
        ? undefined
        : 'not found',
    install: () => aptInstall(['chromium'], signal),
    advice: 'npx playwright install chromium',
  },
];

async function main(): Promise<void> {
  const refusal = whyNotProvision(machineFacts());
  for (const {name, missing, install, advice} of NEEDS) {
    const reason = missing();
    if (reason === undefined) process.stdout.write(`${name}: here\n`);
    else if (refusal === undefined) {
      process.stdout.write(`${name}: installing\n`);
      await install();
      const still = missing();
      if (still !== undefined) throw new Error(`${name}: installed, and still: ${still}`);
    } else process.stdout.write(`${name}: ${reason}; nothing is installed here (${refusal}): ${advice}\n`);
  }
}

void main().catch((error: unknown) => {
  process.stderr.write(`${messageOf(error)}\n`);
  process.exitCode = 1;
});

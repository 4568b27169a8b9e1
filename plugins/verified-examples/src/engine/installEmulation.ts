import {existsSync, readdirSync, readFileSync, writeFileSync} from 'node:fs';
import path from 'node:path';
import {aptInstall} from '../../../base-images/src/machine/aptInstall';
import {run} from '../../../base-images/src/machine/run';

const REGISTRY = '/proc/sys/fs/binfmt_misc';
/** Start of every AArch64 program, as Debian's package and the kernel write it: ELF, 64 bit, machine 0xb7. */
const MAGIC = /^magic 7f454c460201\d*0200b700$/m;
/** Static QEMU and its registration; a transitional package from Debian 13 on. */
const PACKAGE = 'qemu-user-static';
const REGISTRATION = '/usr/lib/binfmt.d/qemu-aarch64.conf';

/**
 * Why this kernel runs no linux/arm64 programs in containers; undefined: it does, or it is not this machine's to say
 * (engines on macOS and Windows run in a virtual machine that has QEMU).
 */
export function whyNoArm64(registry = REGISTRY): string | undefined {
  if (process.platform !== 'linux' || process.arch === 'arm64') return undefined;
  if (!existsSync(path.join(registry, 'register'))) return 'binfmt_misc is not mounted';
  const entries = readdirSync(registry)
    .filter((name) => name !== 'register' && name !== 'status')
    .map((name) => readFileSync(path.join(registry, name), 'utf8'))
    .filter((text) => text.startsWith('enabled') && MAGIC.test(text));
  if (entries.length === 0) return 'nothing is registered for programs of AArch64';
  // F: the kernel opens the interpreter now, so it is found in a container that does not have it (binfmt_misc.rst).
  return entries.some((text) => /^flags: \w*F/m.test(text))
    ? undefined
    : 'QEMU is registered without the flag F, so that containers do not find it';
}

/**
 * Installs static QEMU with apt and registers it, as root on a disposable Debian machine; without systemd nothing else
 * registers it, and a registration ends with the machine.
 *
 * @throws Error with what failed
 */
export async function installEmulation(signal: AbortSignal): Promise<void> {
  if (!existsSync(REGISTRATION)) {
    await aptInstall([PACKAGE], signal);
  }
  if (!existsSync(path.join(REGISTRY, 'register'))) {
    await run(['mount', '-t', 'binfmt_misc', 'binfmt_misc', REGISTRY], {signal});
  }
  if (whyNoArm64() !== undefined) {
    writeFileSync(path.join(REGISTRY, 'register'), readFileSync(REGISTRATION, 'utf8').trim());
  }
}

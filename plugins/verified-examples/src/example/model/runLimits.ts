import * as z from 'zod';
import {MemorySize, RelativePath} from './primitives';

const Limits = z
  .strictObject({
    pids: z.int().min(1).optional().describe('Processes and threads together'),
    nofile: z.int().min(16).optional().describe('Open files, as soft and as hard limit'),
    memory: MemorySize.optional(),
  })
  .refine((limits) => Object.values(limits).some((limit) => limit !== undefined), {
    message: 'expected at least one of pids, nofile, memory',
  });

/** Dots between words, as sysctl(8) writes them. */
const SysctlName = z
  .string()
  .regex(/^[a-z0-9_-]+(\.[a-z0-9_-]+)+$/, 'expected a name such as net.ipv4.ip_unprivileged_port_start');

/** What one run is limited to, and which rules of the kernel it has of its own. All optional, none with a default. */
export const RunLimits = {
  limits: Limits.optional().describe("Of this run, instead of the example's"),
  sysctls: z
    .record(SysctlName, z.string().min(1))
    .refine((sysctls) => Object.keys(sysctls).length > 0, 'expected at least one')
    .optional()
    .describe('Kernel settings of the container; those of the network need network: none'),
  seccomp: RelativePath.optional().describe(
    "A file of the example: the seccomp profile, instead of the engine's own",
  ),
};

interface Joining {
  network: 'none' | 'lab';
  sysctls?: Readonly<Record<string, string>> | undefined;
}

/**
 * A setting under `net.` belongs to the network namespace. In the lab that is the lab's own, which is made before the run
 * joins it, so that an engine refuses such a setting or changes it under the lab.
 */
export function sysctlsAreItsOwn({network, sysctls = {}}: Joining): boolean {
  return network === 'none' || !Object.keys(sysctls).some((name) => name.startsWith('net.'));
}

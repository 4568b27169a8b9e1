import * as z from 'zod';
import {RecordType} from './recordTypes';

const Transport = {transport: z.enum(['udp', 'tcp', 'both']).optional().describe('Default: both')};

/** Response codes that a server sends (RFC 1035, section 4.1.1; RFC 2136, section 2.2). */
const Rcode = z.enum([
  ...(['NOERROR', 'FORMERR', 'SERVFAIL', 'NXDOMAIN', 'NOTIMP', 'REFUSED'] as const),
  ...(['YXDOMAIN', 'YXRRSET', 'NXRRSET', 'NOTAUTH', 'NOTZONE'] as const),
]);

/** Which queries a fault falls on. */
const On = {
  name: z.string().endsWith('.').optional().describe('Only queries for this name'),
  type: RecordType.optional().describe('Only queries of this type, for example AAAA'),
};

function fault<Kind extends string, Options extends z.ZodRawShape>(kind: Kind, options: Options) {
  return z.strictObject({kind: z.literal(kind), ...On, options: z.strictObject(options).optional()});
}

/** As {@link fault}, with options that must be given. */
function faultWith<Kind extends string, Options extends z.ZodRawShape>(kind: Kind, options: Options) {
  return z.strictObject({kind: z.literal(kind), ...On, options: z.strictObject(options)});
}

/**
 * What a server of the lab does wrong, with the options of each kind: those of `kinds` in
 * `examples/_lab/internal/nameserver/faults.go`. What they mean is told in `examples/_lab/README.md`.
 */
export const Fault = z.discriminatedUnion('kind', [
  fault('silent', Transport),
  faultWith('rcode', {rcode: Rcode}),
  faultWith('delay', {ms: z.int().min(1)}),
  fault('truncate', {
    answers: z.int().min(0).optional().describe('Default: 0'),
    tcp: z.boolean().optional().describe('Default: true; false refuses all TCP connections'),
  }),
  fault('cut-off', Transport),
  fault('drop-edns', {}),
  fault('one-per-port', {ever: z.boolean().optional().describe('Default: false')}),
  fault('one-per-port-ever', {}),
  fault('one-per-connection', {}),
]);

import * as z from 'zod';
import {suggest} from '../../nearest';

/**
 * Types of DNS records that programs ask for, out of those of the IANA registry "DNS Parameters"; the lab's library,
 * github.com/miekg/dns, knows all of them by these names.
 */
export const RECORD_TYPES = [
  ...['A', 'AAAA', 'ANY', 'CAA', 'CERT', 'CNAME', 'DNAME', 'DNSKEY', 'DS', 'HINFO', 'HTTPS', 'LOC', 'MX'],
  ...['NAPTR', 'NS', 'NSEC', 'NSEC3', 'OPENPGPKEY', 'PTR', 'RRSIG', 'SMIMEA', 'SOA', 'SPF', 'SRV', 'SSHFP'],
  ...['SVCB', 'TLSA', 'TXT', 'URI'],
];

export const RecordType = z.string().superRefine(refuseUnknownType);

/** A line of a zone file with a name that ends in a dot, a class and a type. */
export const DnsRecord = z
  .string()
  .regex(
    /^\S+\.\s+(\d+\s+)?IN\s+[A-Z0-9]+\s+\S/,
    'expected a zone file line such as "db.test. 60 IN A 10.0.0.5"',
  )
  .superRefine((line, context) => {
    const [, type] = /\sIN\s+([A-Z0-9]+)\s/.exec(line) ?? [];
    if (type !== undefined) refuseUnknownType(type, context);
  });

function refuseUnknownType(type: string, context: z.core.$RefinementCtx<string>): void {
  if (!RECORD_TYPES.includes(type))
    context.addIssue({
      code: 'custom',
      message: `there is no type ${JSON.stringify(type)} of DNS records; ${suggest(type, RECORD_TYPES)}`,
    });
}

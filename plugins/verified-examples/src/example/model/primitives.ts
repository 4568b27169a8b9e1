import * as z from 'zod';
import {messageOf} from '../../messageOf';
import {PLATFORM_ARGUMENTS} from '../dockerfile/globalArguments';

/** Lower-case words joined by single hyphens: ids are parts of published addresses. */
export const Id = z
  .string()
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'expected lower-case letters and digits joined by single hyphens');

export const RelativePath = z
  .string()
  .min(1)
  .refine((path) => !path.startsWith('/') && !path.split('/').includes('..'), {
    message: 'expected a relative path inside the example, without ".."',
  });

export const AbsolutePath = z.string().startsWith('/', 'expected an absolute path in the container');

export const HttpsAddress = z.url({protocol: /^https$/, error: 'expected an https:// address'});

export const Duration = z
  .string()
  .regex(/^\d+(\.\d+)?(ms|s|m)$/, 'expected a duration such as 250ms, 5s or 2m');

export const MemorySize = z.string().regex(/^\d+[mg]$/, 'expected a size such as 256m or 1g');

const EnvironmentName = z.string().regex(/^[A-Za-z_][A-Za-z0-9_]*$/, 'expected an environment variable name');

export const Environment = z.record(EnvironmentName, z.string());

/** Names of build arguments that decide which images a build takes, whatever the Dockerfile says. */
const ForTheBuilder = new Set<string>(PLATFORM_ARGUMENTS);

/**
 * Arguments of a build. `BUILDKIT_SYNTAX` would name an image that reads the Dockerfile, and others of BuildKit's change
 * the build as well (docs.docker.com/reference/dockerfile, "BuildKit built-in build args").
 */
export const BuildArguments = z.record(
  EnvironmentName.refine((name) => !name.startsWith('BUILDKIT_') && !ForTheBuilder.has(name), {
    message: 'expected a name that the builder does not reserve',
  }),
  z.string(),
);

/** A regular expression; of one that is none, the message has the reason that JavaScript gives. */
export const RegExpSource = z
  .string()
  .min(1)
  .superRefine((source, context) => {
    try {
      new RegExp(source, 'm');
    } catch (error) {
      context.addIssue({code: 'custom', message: `expected a regular expression: ${messageOf(error)}`});
    }
  });

/** A whole text, compared byte for byte, or parts that must (or must not) be in it. At least one condition. */
export const TextExpectation = z
  .strictObject({
    exact: z.string().optional().describe('The whole text, byte for byte, after normalisation'),
    contains: z.array(z.string().min(1)).min(1).optional().describe('Each of these must occur'),
    absent: z.array(z.string().min(1)).min(1).optional().describe('None of these may occur'),
    regex: RegExpSource.optional().describe('Must match somewhere; ^ and $ match at lines'),
  })
  .refine((text) => Object.values(text).some((condition) => condition !== undefined), {
    message: 'expected at least one of exact, contains, absent, regex: an empty expectation cannot fail',
  });

export type TextExpectation = z.output<typeof TextExpectation>;

/**
 * @param text - A duration of the manifest, such as `250ms`, `5s`, `2m`
 * @returns Milliseconds
 */
export function milliseconds(text: string): number {
  const unit = text.endsWith('ms') ? 1 : text.endsWith('s') ? 1_000 : 60_000;
  return Number.parseFloat(text) * unit;
}

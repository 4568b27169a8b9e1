import {createHash} from 'node:crypto';

/** What a measured value is read from. */
export type MeasurementSource = {match?: string | undefined} & (
  | {example: string; variant: string; platform: string; fact: string}
  | {example: string; variant: string; platform: string; scenario: string; value: string}
  | {engine: string; case: string; value: string}
);

/** The variant of an example that builds in one way only, and the platform that every variant is proved on. */
const UNNAMED = new Set(['current', 'linux/amd64']);

/**
 * The id of a measured value: it depends on nothing but what is measured, so that the value has one permanent address on
 * whatever page and in whatever words it stands. A part of a text that `match` takes adds 6 hex digits of the SHA-256 of
 * the expression. Pure.
 *
 * @returns Lower case letters, digits, `-` and `.`, for example `resolver-faults.musl.refused.stdout.lookup.seconds`
 */
export function claimId(source: MeasurementSource): string {
  const match = source.match === undefined ? [] : [shortHash(source.match)];
  if ('engine' in source) return joined([source.engine, source.case, source.value, ...match]);
  const what = 'fact' in source ? [source.fact] : [source.scenario, source.value];
  return joined([source.example, named(source.variant), ...what, named(source.platform), ...match]);
}

function named(name: string): string {
  return UNNAMED.has(name) ? '' : name;
}

function joined(parts: readonly string[]): string {
  return parts
    .flatMap((part) => part.split('.'))
    .map(normalised)
    .filter((step) => step !== '')
    .join('.');
}

/** `glibcRequired` becomes `glibc-required`, `CGO_ENABLED` becomes `cgo-enabled`. */
function normalised(step: string): string {
  return step
    .replace(/([a-z\d])([A-Z])/g, '$1-$2')
    .toLowerCase()
    .replace(/[^a-z\d]+/g, '-')
    .replace(/^-|-$/g, '');
}

function shortHash(text: string): string {
  return createHash('sha256').update(text).digest('hex').slice(0, 6);
}

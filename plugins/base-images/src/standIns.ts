import {plainName} from './catalogue';

const STAND_INS: Readonly<Record<string, string>> = {
  'alpine:3.17': 'musl 1.2.3 of Debian 12',
  'alpine:3.19': 'musl 1.2.5 of Debian 13',
  'golang:1.22-alpine3.19': 'Go 1.22 on the musl 1.2.5 of Debian 13',
};

/**
 * What a rebuilt base is that was not made from the packages of the image it is named after, and so may not bear its
 * name on a page; undefined: it was.
 *
 * @param ref - As a FROM has it
 */
export function standInFor(ref: string): string | undefined {
  return STAND_INS[plainName(ref)];
}

import type {Nodes} from 'mdast';
import {EXIT, visit} from 'unist-util-visit';
import {isReason} from '../../example/prose/parse';
import type {Sentence} from './sentences';

/** A page of this site that holds proofs, a section of another one, which is judged itself, or a source elsewhere. */
const PROOF_OR_SOURCE = /^https:\/\/|^\/(?:fix|examples)\/|#\w/;
/** Digits of a name are no figure. */
const NAMES = /\b(?:amd64|arm64|s390x|x509|sha256|IPv[46]|CGO_ENABLED=[01])\b/g;
const NUMBERS =
  'half|one|two|three|four|five|six|seven|eight|nine|ten|twelve|fifteen|twenty|thirty|forty|fifty|sixty|ninety|hundred|thousand';
/** A duration, or how many times as much, in words: "thirty seconds", "half a minute". "The second" is none. */
const IN_WORDS = new RegExp(
  `\\b(?:${NUMBERS})(?: and a half| an?)?[ -](?:milliseconds?|seconds?|minutes?|hours?|times|megabytes?)\\b`,
  'i',
);

/** Whether a sentence says a number, a version or what was printed, in its text; what code says does not count. */
export function statesFigure({said}: Sentence): boolean {
  return statesFigureInText(said);
}

/** The same of plain text. */
export function statesFigureInText(text: string): boolean {
  return IN_WORDS.test(text) || /\d|["“][^"”]+["”]/.test(text.replace(NAMES, ''));
}

/** Whether the sentence itself measures, links to a proof or a source, or has a reason in it. */
export function isBacked({nodes}: Sentence): boolean {
  return nodes.some((node) =>
    holds(
      node,
      (inner) =>
        (inner.type === 'link' && PROOF_OR_SOURCE.test(inner.url)) ||
        (inner.type === 'textDirective' && inner.name === 'measured') ||
        isReason(inner),
    ),
  );
}

/** Whether a node is, or has in it, what is looked for. */
export function holds(node: Nodes, test: (inner: Nodes) => boolean): boolean {
  let found = false;
  visit(node, (inner) => {
    if (!test(inner)) return undefined;
    found = true;
    return EXIT;
  });
  return found;
}

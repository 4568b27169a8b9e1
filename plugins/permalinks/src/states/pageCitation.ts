import type {Citation, PageCitation} from '../model';
import type {ClaimSubject} from './claims';
import {citationOf, type Subject} from './subject';

/** By page, what it can be cited with; a page that is itself no subject has none. */
export function pageCitations(subjects: readonly (Subject | ClaimSubject)[]): Map<string, PageCitation> {
  const claims = subjects.filter((subject): subject is ClaimSubject => 'uses' in subject);
  const claimsOf = (page: string): Record<string, Citation> =>
    Object.fromEntries(
      claims
        .filter(({uses}) => uses.some((use) => use.page === page))
        .map((claim) => [claim.id, citationOf(claim)]),
    );
  return new Map(
    subjects
      .filter(({kind}) => kind !== 'c')
      .map((subject) => [subject.page, {page: citationOf(subject), claims: claimsOf(subject.page)}]),
  );
}

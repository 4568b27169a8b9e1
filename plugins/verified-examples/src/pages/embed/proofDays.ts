import type {ProofDaysView} from '../model/views';

/**
 * The days of the oldest and the youngest proof in what a page embeds. Pure.
 *
 * @param views - Views of embeds, wherever in them `provedAt` stands
 * @returns Undefined when none has one
 */
export function proofDays(views: readonly unknown[]): ProofDaysView | undefined {
  const moments = views.flatMap(momentsIn).sort();
  const [oldest] = moments;
  const youngest = moments.at(-1);
  return oldest === undefined || youngest === undefined ? undefined : {oldest, youngest};
}

function momentsIn(value: unknown): string[] {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([name, inner]) =>
    name === 'provedAt' && typeof inner === 'string' ? [inner] : momentsIn(inner),
  );
}

import type {Answered} from '../../../../src/find/answer';

/** What was found, for those who hear it. */
export function spoken({found, pages}: Answered): string {
  const certain = found.filter(({tier}) => tier !== 'closest');
  const [first] = certain;
  if (first !== undefined && first.others.length > 0)
    return `${first.others.length + 1} causes have this text.`;
  if (first !== undefined)
    return `${first.symptom.title}${certain.length > 1 ? `, and ${certain.length - 1} more messages` : ''}.`;
  const guesses = found.length + pages.length;
  return guesses === 0
    ? 'Nothing was found.'
    : `No certain answer. ${guesses === 1 ? 'One page comes' : `${guesses} pages come`} close.`;
}

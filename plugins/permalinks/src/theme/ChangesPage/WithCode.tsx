import type {ReactNode} from 'react';

/** A sentence with code between backquotes. */
export default function WithCode({text}: {text: string}): ReactNode {
  return text.split('`').map((part, index) => (index % 2 === 1 ? <code key={index}>{part}</code> : part));
}

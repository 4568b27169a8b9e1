import type {ReactNode} from 'react';

interface Props {
  text: string;
  mark: string | undefined;
}

/** The text with each occurrence of `mark` pointed out; no character is added or lost. */
export default function Marked({text, mark}: Props): ReactNode {
  if (mark === undefined || mark === '') return text;
  const parts = text.split(mark);
  return parts.map((part, index) => (
    // The parts of a recorded text never change their order.
    <span key={index}>
      {part}
      {index < parts.length - 1 && <mark>{mark}</mark>}
    </span>
  ));
}

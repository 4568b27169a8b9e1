import Heading from '@theme/Heading';
import type {ReactNode} from 'react';

interface Props {
  level: 'h2' | 'h3';
  id: string;
  children: ReactNode;
}

/** A heading that can be linked to; its id is known to the check of anchors. */
export default function SectionHeading({level, id, children}: Props): ReactNode {
  return (
    <Heading as={level} id={id}>
      {children}
    </Heading>
  );
}

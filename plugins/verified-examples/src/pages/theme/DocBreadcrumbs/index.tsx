import Defaults from '@theme-init/DocBreadcrumbs';
import type {ReactNode} from 'react';
import CitePage from '../CitePage';

/** The head of a guide: where it stands, and the button that copies its citation. */
export default function DocBreadcrumbs(): ReactNode {
  return (
    <CitePage>
      <Defaults />
    </CitePage>
  );
}

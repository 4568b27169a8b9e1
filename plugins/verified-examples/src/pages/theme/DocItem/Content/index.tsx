import Content from '@theme-init/DocItem/Content';
import type {Props} from '@theme/DocItem/Content';
import type {ReactNode} from 'react';
import Kept from '../../Kept';

/** The text of a guide. Nothing in it moves by React, so browsers keep the HTML that they were given. */
export default function DocItemContent(props: Props): ReactNode {
  return (
    <Kept id="text" view={__HAS_VIEWS__ ? props : undefined}>
      {__HAS_VIEWS__ ? (view) => <Content {...view} /> : undefined}
    </Kept>
  );
}

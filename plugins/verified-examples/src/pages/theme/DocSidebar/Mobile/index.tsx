import {useNavbarMobileSidebar} from '@docusaurus/theme-common/internal';
import Defaults from '@theme-init/DocSidebar/Mobile';
import type {Props} from '@theme/DocSidebar/Mobile';
import {useState, type ReactNode} from 'react';

/** The guides in the menu of a phone. It takes tens of milliseconds to fill, so that waits until the menu is opened. */
export default function DocSidebarMobile(props: Props): ReactNode {
  const {shown} = useNavbarMobileSidebar();
  const [opened, setOpened] = useState(false);
  if (shown && !opened) setOpened(true);
  return opened ? <Defaults {...props} /> : null;
}

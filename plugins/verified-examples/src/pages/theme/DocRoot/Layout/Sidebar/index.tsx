import Defaults from '@theme-init/DocRoot/Layout/Sidebar';
import type {Props} from '@theme/DocRoot/Layout/Sidebar';
import type {ComponentType} from 'react';
import inTurn from '../../../../client/site/inTurn';

export default inTurn(Defaults as ComponentType<Props>);

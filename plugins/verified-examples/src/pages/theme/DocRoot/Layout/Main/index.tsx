import Defaults from '@theme-init/DocRoot/Layout/Main';
import type {Props} from '@theme/DocRoot/Layout/Main';
import type {ComponentType} from 'react';
import inTurn from '../../../../client/site/inTurn';

export default inTurn(Defaults as ComponentType<Props>);

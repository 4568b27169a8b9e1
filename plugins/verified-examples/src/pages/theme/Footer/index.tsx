import Defaults from '@theme-init/Footer';
import type {ComponentType} from 'react';
import inTurn from '../../client/site/inTurn';

export default inTurn(Defaults as ComponentType);

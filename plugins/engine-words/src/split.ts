import type {Case} from './cases';
import type {Engine} from './engines';
import type {Words} from './model';

export function tellingOf(_engine: Engine, _one: Case, _words: Words | undefined): void {}

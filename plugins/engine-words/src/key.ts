import {digestOf} from '../../base-images/src/digest';
import {GO_RELEASES} from '../../base-images/src/recipe/golang';
import {casesOf} from './cases';
import type {Engine} from './engines';
import {planOf} from './plan';
import {PACKAGES, setupOf} from './setup';
import {BUILDS, CRICTL, programSources} from './sources';

/**
 * Hash over all that decides what a receipt records and that this project decides: the engine and how it is set up, each case
 * with its image and its commands, the programs. Versions of packages are results.
 */
export function keyOf(engine: Engine): string {
  const cases = casesOf(engine).map((one) => ({
    id: one.id,
    image: one.image,
    plan: planOf(engine, one),
  }));
  return digestOf({
    ...{engine, cases, setup: setupOf(engine), root: PACKAGES[engine.suite]},
    ...{programs: programSources(), builds: BUILDS, go: GO_RELEASES['1.27'], crictl: CRICTL},
  });
}

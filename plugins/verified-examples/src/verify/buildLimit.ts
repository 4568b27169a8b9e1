import {milliseconds} from '../example/model/primitives';
import type {Job} from './plan';

/** An emulated compiler was seen to take eight to twelve times as long; that is what makes one variant slow. */
const EMULATED = 12;

/** How long the build of a job may take, and how its manifest says so. */
export function buildLimit({example, variant}: Pick<Job, 'example' | 'variant'>): {
  milliseconds: number;
  said: string;
} {
  const {buildTimeout} = example.manifest.limits;
  const limit = milliseconds(buildTimeout);
  if (example.variants[variant]?.slow === true)
    return {milliseconds: limit * EMULATED, said: `${EMULATED} × ${buildTimeout}`};
  return {milliseconds: limit, said: buildTimeout};
}

import {writeFileSync} from 'node:fs';
import type {VerifyOptions} from '../flags';
import {toAnnotations, toJson, toJunit, type Run} from './machine';

/** Tells programs what a run came to: the files the command line asks for, and GitHub Actions. Of no job at all, too. */
export function writeReports(run: Run, {json, junit}: Pick<VerifyOptions, 'json' | 'junit'>): void {
  if (json !== undefined) writeFileSync(json, toJson(run));
  if (junit !== undefined) writeFileSync(junit, toJunit(run));
  const annotations = process.env.GITHUB_ACTIONS === 'true' ? toAnnotations(run) : '';
  if (annotations !== '') process.stdout.write(`${annotations}\n`);
}

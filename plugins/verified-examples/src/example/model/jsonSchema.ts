import * as z from 'zod';
import {Manifest} from './manifest';

/** JSON Schema of `example.yaml` for editors; what it can't say (references between parts) `verify` says. */
export function manifestJsonSchema(): string {
  const schema = z.toJSONSchema(Manifest, {io: 'input', target: 'draft-7'});
  return `${JSON.stringify({title: 'Manifest of an example', ...schema}, null, 2)}\n`;
}

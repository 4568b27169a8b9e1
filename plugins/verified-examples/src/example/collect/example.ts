import type {Manifest, Variant} from '../model/manifest';
import type {DockerfileFacts} from './dockerfile';
import type {SourceFile} from './files';

/** An example as it lies on disk, validated; everything a key, a build or an embed needs. */
export interface Example {
  id: string;
  /** Absolute folder of the example. */
  folder: string;
  /** The folder relative to the site, for messages. */
  label: string;
  manifest: Manifest;
  /** The complete build context: the example's own files and its shared app's, sorted by path. */
  context: readonly SourceFile[];
  /** Files of the lab, when a scenario runs in it. */
  lab: readonly SourceFile[];
  variants: Readonly<Record<string, ExampleVariant>>;
}

export interface ExampleVariant extends Variant {
  dockerfileFacts: DockerfileFacts;
}

export const MANIFEST_FILE = 'example.yaml';
export const RECEIPT_FILE = 'receipt.json';

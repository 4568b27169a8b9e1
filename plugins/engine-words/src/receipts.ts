import {existsSync, readFileSync} from 'node:fs';
import {join} from 'node:path';
import {digestOf} from '../../base-images/src/digest';
import {Receipt} from './model';

const FOLDER = 'plugins/engine-words/receipts';

/** Path of an engine's receipt, relative to the site. */
export const receiptFile = (engine: string): string => join(FOLDER, `${engine}.json`);

/** @returns The receipt with its seal */
export function seal(receipt: Omit<Receipt, 'seal'>): Receipt {
  return {...receipt, seal: digestOf(receipt)};
}

/** @returns Undefined where there is none. @throws Error for one that was changed by hand or is no receipt */
export function readReceipt(siteDir: string, engine: string): Receipt | undefined {
  const file = join(siteDir, receiptFile(engine));
  if (!existsSync(file)) return undefined;
  const {seal: sealed, ...rest} = Receipt.parse(JSON.parse(readFileSync(file, 'utf8')));
  if (rest.engine !== engine || digestOf(rest) !== sealed) throw new Error(`${file}: was changed after it was written`);
  return {...rest, seal: sealed};
}

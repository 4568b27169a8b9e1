import type {FenceView} from '../model/proseViews';
import {highlight, languageOfFence} from './highlight';

export interface FenceRequest {
  code: string;
  lang: string | null | undefined;
  meta: string | null | undefined;
  now: Date;
  report: (message: string) => void;
}

/**
 * A fenced block is code that no example proves. It is published only with a reason and a last day, as in
 * ```` ```bash reason="needs a Mac" until=2027-06-30 ````.
 */
export async function fenceView({
  code,
  lang,
  meta,
  now,
  report,
}: FenceRequest): Promise<FenceView | undefined> {
  const {reason, until, rest} = parseMeta(meta ?? '');
  if (rest !== '') report(`a fence takes reason="…" and until=YYYY-MM-DD only, got ${rest}`);
  if (reason === undefined || until === undefined) {
    report(
      'a fenced block shows code that was not run: embed an example instead, or give reason="…" and until=YYYY-MM-DD',
    );
    return undefined;
  }
  const last = Date.parse(`${until}T23:59:59Z`);
  if (Number.isNaN(last)) {
    report(`until: expected a date YYYY-MM-DD, got ${until}`);
    return undefined;
  }
  if (last < now.getTime()) {
    report(`this fence was allowed until ${until}: prove it by an example, or give a new date`);
    return undefined;
  }
  if (code.trim() === '') report('an empty fence');
  return {html: await highlight(code, languageOfFence(lang ?? '')), finalNewline: false, reason, until};
}

function parseMeta(meta: string): {reason: string | undefined; until: string | undefined; rest: string} {
  const reason = /\breason="([^"]+)"/.exec(meta)?.[1];
  const until = /\buntil=(\S+)/.exec(meta)?.[1];
  const rest = meta
    .replace(/\breason="[^"]+"/, '')
    .replace(/\buntil=\S+/, '')
    .trim();
  return {reason, until, rest};
}

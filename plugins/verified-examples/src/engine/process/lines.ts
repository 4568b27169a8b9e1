import {StringDecoder} from 'node:string_decoder';

/** Cuts a stream of bytes into lines, without their line ends; a character split between chunks stays whole. */
export class LineSplitter {
  private readonly decoder = new StringDecoder('utf8');
  private rest = '';

  constructor(private readonly onLine: (line: string) => void) {}

  push(chunk: Buffer): void {
    const lines = (this.rest + this.decoder.write(chunk)).split(/\r?\n/);
    this.rest = lines.pop() ?? '';
    lines.forEach(this.onLine);
  }

  /** Hands out a last line that has no line end. */
  end(): void {
    const last = this.rest + this.decoder.end();
    this.rest = '';
    if (last !== '') {
      this.onLine(last);
    }
  }
}

/** Lines that are pushed on one side and awaited on the other; one reader only. */
export class LineQueue implements AsyncIterable<string> {
  private readonly waiting: string[] = [];
  private closed = false;
  private wake: (() => void) | undefined;

  push(line: string): void {
    this.waiting.push(line);
    this.wake?.();
  }

  close(): void {
    this.closed = true;
    this.wake?.();
  }

  async *[Symbol.asyncIterator](): AsyncGenerator<string> {
    for (;;) {
      const line = this.waiting.shift();
      if (line !== undefined) {
        yield line;
      } else if (this.closed) {
        return;
      } else {
        await new Promise<void>((resolve) => {
          this.wake = resolve;
        });
      }
    }
  }
}

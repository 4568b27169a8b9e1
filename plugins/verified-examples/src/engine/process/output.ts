/** Keeps the first `limit` bytes of a stream and says once that more came. */
export class CappedOutput {
  private readonly chunks: Buffer[] = [];
  private size = 0;
  private full = false;

  /** @param limit bytes kept */
  constructor(
    private readonly limit: number,
    private readonly onFlood: () => void,
  ) {}

  push(chunk: Buffer): void {
    if (this.full) {
      return;
    }
    const room = this.limit - this.size;
    const kept = chunk.length > room ? chunk.subarray(0, room) : chunk;
    this.chunks.push(kept);
    this.size += kept.length;
    if (chunk.length > room) {
      this.full = true;
      this.onFlood();
    }
  }

  get flooded(): boolean {
    return this.full;
  }

  bytes(): Buffer {
    return Buffer.concat(this.chunks);
  }
}

/** Keeps the last `limit` bytes of a stream: what matters of a build is how it ended. */
export class TailOutput {
  private chunks: Buffer[] = [];
  private size = 0;

  /** @param limit bytes kept */
  constructor(private readonly limit: number) {}

  push(chunk: Buffer): void {
    this.chunks.push(chunk);
    this.size += chunk.length;
    // Trimmed at twice the limit, so that the cost of joining is spread over many chunks.
    if (this.size > 2 * this.limit) {
      this.trim();
    }
  }

  /** At most `limit` bytes; when bytes were dropped it begins at the start of a line. */
  text(): string {
    const whole = this.size > this.limit;
    this.trim();
    const tail = Buffer.concat(this.chunks);
    const newline = whole ? tail.indexOf(0x0a) : -1;
    return tail.subarray(newline + 1).toString('utf8');
  }

  private trim(): void {
    const tail = Buffer.concat(this.chunks);
    this.chunks = [tail.subarray(Math.max(0, tail.length - this.limit))];
    this.size = this.chunks[0]?.length ?? 0;
  }
}

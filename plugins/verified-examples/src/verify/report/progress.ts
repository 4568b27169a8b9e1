import type {WriteStream} from 'node:tty';
import pc from 'picocolors';
import type {Outcome} from '../judgeAttempt';
import {isFailure, placesOf} from '../outcomes';
import {nameOf, type Job} from '../plan';

/** Where progress is written; process.stderr, or a buffer in tests. */
interface Sink {
  write(text: string): unknown;
  isTTY?: boolean | undefined;
  columns?: number | undefined;
}

/** Says what runs now: a line that is rewritten on a terminal, a line for each step elsewhere. */
export class Progress {
  private readonly running = new Map<Job, {step: string; since: number}>();
  private readonly timer: NodeJS.Timeout | undefined;
  private finished = 0;
  private general = '';

  /** @param total - Number of jobs, as far as it is known; set again when that changes */
  constructor(
    private readonly sink: Sink | WriteStream,
    public total = 0,
  ) {
    if (sink.isTTY === true) {
      this.timer = setInterval(() => {
        this.draw();
      }, 1000);
      this.timer.unref();
    }
  }

  /** Work that belongs to no job: preparing an engine or bases. */
  say(text: string): void {
    this.general = text;
    if (this.sink.isTTY === true) this.draw();
    else this.line(pc.dim(text));
  }

  step(job: Job, step: string): void {
    this.general = '';
    this.running.set(job, {step, since: performance.now()});
    if (this.sink.isTTY === true) this.draw();
    else this.line(`${this.count()} ${nameOf(job)}: ${step}`);
  }

  done(outcome: Outcome): void {
    const {attempt, status} = outcome;
    this.finished++;
    this.running.delete(attempt.job);
    const mark = isFailure(outcome) ? pc.red('✗') : pc.green('✓');
    this.line(`${mark} ${this.count()} ${nameOf(attempt.job)}: ${status} in ${attempt.seconds.toFixed(1)} s`);
    // All of it is in the report at the end, which may be many minutes away.
    if (isFailure(outcome)) for (const place of placesOf(outcome)) this.line(`    ${place}`);
  }

  close(): void {
    clearInterval(this.timer);
    this.clear();
  }

  private count(): string {
    return `[${this.finished}/${this.total}]`;
  }

  private line(text: string): void {
    this.clear();
    this.sink.write(`${text}\n`);
    if (this.sink.isTTY === true) this.draw();
  }

  private clear(): void {
    if (this.sink.isTTY === true) this.sink.write('\r\u001b[K');
  }

  private draw(): void {
    const now = performance.now();
    const jobs = [...this.running].map(
      ([job, {step, since}]) => `${nameOf(job)} ${step} ${Math.round((now - since) / 1000)} s`,
    );
    const text = [
      ...(this.total === 0 ? [] : [this.count()]),
      ...(this.general === '' ? [] : [this.general]),
      ...jobs,
    ].join(' · ');
    this.clear();
    this.sink.write(text.slice(0, (this.sink.columns ?? 80) - 1));
  }
}

import {randomUUID} from 'node:crypto';
import * as z from 'zod';
import type {Container} from '../example/commands/containers';
import type {Engine, RunningContainer, RunRequest} from '../engine/types';
import {DnsQuery} from '../proof/model/receipt';

/** The lab's last line: without it some of what it printed was lost. */
const End = z.strictObject({queries: z.int()});
const HttpAnswer = /^(\d{3})\n([^]*)$/;
const GRACE_MS = 10_000;

/** What the lab said instead of serving: the manifest asks for something that it can't do. */
export class LabRefusal extends Error {}

/**
 * The lab: a container without any network but loopback, whose namespace the examined container joins. It answers DNS
 * there and prints a line of JSON for each query; see examples/_lab/README.md.
 */
export class Lab {
  private constructor(private readonly container: RunningContainer) {}

  /**
   * Starts a lab and waits until it serves.
   *
   * @throws LabRefusal in the lab's words, for example for a fault that it does not have
   */
  static async start(engine: Engine, container: Container, signal: AbortSignal): Promise<Lab> {
    const running = await engine.start(labRequest(container, signal));
    if (await running.says('ready\n')) return new Lab(running);
    const {stderr} = await running.ended;
    throw new LabRefusal(stderr.toString('utf8').trim());
  }

  get name(): string {
    return this.container.name;
  }

  /** The exact command that started it. */
  get command(): readonly string[] {
    return this.container.command;
  }

  /**
   * Ends the lab.
   *
   * @returns Every DNS query, sorted, since two that were sent together arrive in any order; undefined when the engine
   *   lost some of what the lab printed
   */
  async queries(): Promise<DnsQuery[] | undefined> {
    const {stdout} = await this.container.stop(GRACE_MS);
    const [, ...lines] = stdout.toString('utf8').trimEnd().split('\n');
    const printed = lines.map((line): unknown => JSON.parse(line));
    const end = End.safeParse(printed.pop());
    if (!end.success || end.data.queries !== printed.length) return undefined;
    const queries = printed.map((line) => z.object(DnsQuery.shape).parse(line));
    const order = ({name, type, transport, server, edns}: DnsQuery) =>
      `${name} ${type} ${transport} ${server} ${edns}`;
    return queries.sort((a, b) => (order(a) < order(b) ? -1 : 1));
  }

  async close(): Promise<void> {
    await this.container.close();
  }
}

/**
 * Asks a service over HTTP.
 *
 * @throws Error in the lab's words when there is no answer
 */
export async function askService(
  engine: Engine,
  container: Container,
  signal: AbortSignal,
): Promise<{status: number; body: string}> {
  const {exit, stdout, stderr} = await engine.run(labRequest(container, signal));
  const [, status, body] = HttpAnswer.exec(stdout.toString('utf8')) ?? [];
  if (exit !== 0 || status === undefined || body === undefined)
    throw new Error(stderr.toString('utf8').trim() || `the lab ended with exit code ${exit}`);
  return {status: Number(status), body};
}

function labRequest({options, image, args}: Container, signal: AbortSignal): RunRequest {
  return {
    ...{image, options, args, signal},
    name: `cgo-guide-lab-${randomUUID().slice(0, 8)}`,
    memory: '128m',
    pids: 64,
    maxOutput: 4 * 1024 * 1024,
    timeoutMs: 600_000,
  };
}

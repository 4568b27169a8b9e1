import {randomUUID} from 'node:crypto';
import * as z from 'zod';
import type {Engine, RunningContainer} from '../engine/types';
import {DEFAULT_SERVER} from '../example/model/runsIn';
import type {Dns, HttpCheck} from '../example/model/scenario';
import {DnsQuery} from '../proof/model/receipt';

const Ready = z.object({ready: z.literal(true), protocol: z.literal(1)});
const Reply = z.looseObject({id: z.number(), error: z.string()});
const HttpReply = z.object({status: z.int(), body: z.string()});
const Queries = z.object({queries: z.array(z.object(DnsQuery.shape))});

/** What the lab said instead of doing it: the manifest asks for something that it can't do. */
export class LabRefusal extends Error {}

export interface HttpReply {
  status: number;
  body: string;
}

/**
 * The lab: a container without any network but loopback, whose namespace the examined container joins. It
 * answers DNS there, asks the service over HTTP, and remembers what it was asked. Driven by lines of JSON.
 */
export class Lab {
  /** What it was told to serve, then what it was asked, a line of JSON each. */
  readonly served: string[] = [];
  readonly asked: string[] = [];
  private next = 1;
  private readonly waiting = new Map<
    number,
    {resolve: (value: unknown) => void; reject: (error: Error) => void}
  >();
  private markReady: () => void = () => undefined;
  private fail: (error: Error) => void = () => undefined;
  private readonly ready = new Promise<void>((resolve, reject) => {
    this.markReady = resolve;
    this.fail = reject;
  });

  private constructor(private readonly container: RunningContainer) {
    void this.listen();
  }

  /** Starts a lab and waits until it listens. */
  static async start(engine: Engine, image: string, signal: AbortSignal): Promise<Lab> {
    const container = await engine.start({
      image,
      name: `cgo-guide-lab-${randomUUID().slice(0, 8)}`,
      args: [],
      env: {},
      stdin: '',
      mounts: {},
      tmpfs: [],
      network: 'none',
      memory: '128m',
      pids: 64,
      maxOutput: 4 * 1024 * 1024,
      timeoutMs: 600_000,
      signal,
    });
    const lab = new Lab(container);
    await lab.ready;
    return lab;
  }

  get name(): string {
    return this.container.name;
  }

  /** The exact command that started it. */
  get command(): readonly string[] {
    return this.container.command;
  }

  /**
   * Serves zone file lines on port 53, UDP and TCP.
   *
   * @throws LabRefusal in the lab's words, for example for a fault that it does not have
   */
  async serveDns({records, faults, servers}: Dns): Promise<void> {
    for (const server of servers ?? [{listen: DEFAULT_SERVER, records, faults}])
      await this.call({
        op: 'dns',
        listen: [`${server.listen}:53`],
        records: server.records ?? records,
        faults: server.faults ?? [],
      });
  }

  /**
   * Asks the service; while nothing listens yet, again until `retryMs` are over.
   *
   * @throws Error when there is no answer
   */
  async http(check: HttpCheck, port: number, retryMs: number): Promise<HttpReply> {
    const {method, path, body = ''} = check;
    const url = `http://127.0.0.1:${port}${path}`;
    return HttpReply.parse(
      await this.call({op: 'http', method, url, body, timeoutMs: 30_000, retryUntilMs: retryMs}),
    );
  }

  /** Every DNS query so far, sorted: two that were sent together arrive in any order. */
  async queries(): Promise<DnsQuery[]> {
    const {queries} = Queries.parse(await this.call({op: 'queries'}));
    const order = ({name, type, transport, server, edns}: DnsQuery) =>
      `${name} ${type} ${transport} ${server} ${edns}`;
    return queries.sort((a, b) => (order(a) < order(b) ? -1 : 1));
  }

  async close(): Promise<void> {
    await this.container.close();
  }

  private call(request: Record<string, unknown>): Promise<unknown> {
    const id = this.next++;
    return new Promise((resolve, reject) => {
      this.waiting.set(id, {resolve, reject});
      const line = JSON.stringify({id, ...request});
      (request.op === 'dns' ? this.served : this.asked).push(line);
      this.container.write(`${line}\n`);
    });
  }

  private async listen(): Promise<void> {
    try {
      for await (const line of this.container.lines) this.receive(line);
      const {stderr} = await this.container.ended;
      this.end(new Error(`the lab ended: ${stderr.toString('utf8').trim()}`));
    } catch (error) {
      this.end(error instanceof Error ? error : new Error(String(error)));
    }
  }

  private receive(line: string): void {
    const message: unknown = JSON.parse(line);
    if (Ready.safeParse(message).success) {
      this.markReady();
      return;
    }
    const reply = Reply.parse(message);
    const call = this.waiting.get(reply.id);
    this.waiting.delete(reply.id);
    if (reply.error !== '') call?.reject(new LabRefusal(reply.error));
    else call?.resolve(reply);
  }

  private end(error: Error): void {
    this.fail(error);
    for (const call of this.waiting.values()) call.reject(error);
    this.waiting.clear();
  }
}

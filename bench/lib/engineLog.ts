import * as z from 'zod';

const Line = z.discriminatedUnion('event', [
  z.object({
    event: z.literal('start'),
    id: z.string(),
    time: z.string(),
    args: z.array(z.string()),
    env: z.record(z.string(), z.string()),
  }),
  z.object({event: z.literal('stdin'), id: z.string(), time: z.string(), text: z.string()}),
  z.object({event: z.literal('eof'), id: z.string(), time: z.string()}),
  z.object({event: z.literal('end'), id: z.string(), time: z.string(), exit: z.number().nullable()}),
]);

/** One engine command that the verifier gave. */
export interface Command {
  args: readonly string[];
  env: Readonly<Record<string, string>>;
  /** Its whole input; undefined: none, or one that stayed open. */
  input: string | undefined;
  /** It went on while other commands were given: the lab, or a service. */
  background: boolean;
  exit: number | undefined;
}

export type Step = {command: Command; line?: undefined} | {command: Command; line: string};

/** Steps that depend on each other, in the order in which they were taken: a container with its lab, or one command. */
export type Group = readonly Step[];

/** Questions to the engine are the verifier's own affair: a bare loop of the same work asks none. */
const WORK: readonly (readonly string[])[] = [
  ['buildx', 'build'],
  ['run'],
  ['kill'],
  ['rm'],
  ['image', 'rm'],
];

/** Reads what recordDocker.mjs wrote. Pure. */
export function readLog(text: string): {groups: Group[]; work: number; questions: number} {
  const lines = linesOf(text);
  const commands = new Map<string, Command>();
  const groups = new Map<string, Step[]>();
  let questions = 0;
  for (const line of lines) {
    if (line.event === 'start') {
      if (!isWork(line.args)) {
        questions++;
        continue;
      }
      const of = lines.filter(({id}) => id === line.id);
      const ended = of.some(({event}) => event === 'eof');
      const end = of.find((one) => one.event === 'end');
      // The verifier kills until the container is there; a loop that knows when it is, once.
      if (line.args[0] === 'kill' && end?.exit !== 0) continue;
      const command = {
        args: line.args,
        env: line.env,
        input: ended ? of.flatMap((one) => (one.event === 'stdin' ? [one.text] : [])).join('') : undefined,
        background: isInteractive(line.args) && !ended,
        exit: end?.exit ?? undefined,
      };
      commands.set(line.id, command);
      stepsOf(groups, groupOf(command, groups, line.id)).push({command});
    } else if (line.event === 'stdin') {
      const command = commands.get(line.id);
      if (command?.background !== true) continue;
      const steps = stepsOf(groups, groupOf(command, groups, line.id));
      for (const one of line.text.split('\n').filter((said) => said !== '')) steps.push({command, line: one});
    }
  }
  return {groups: [...groups.values()], work: commands.size, questions};
}

function linesOf(text: string): z.output<typeof Line>[] {
  return text
    .trimEnd()
    .split('\n')
    .map((line) => Line.parse(JSON.parse(line)))
    .sort((a, b) => (BigInt(a.time) < BigInt(b.time) ? -1 : 1));
}

function isInteractive(args: readonly string[]): boolean {
  return args[0] === 'run' && args.includes('--interactive');
}

/** Whether another platform's programs run here is a question, too, though it is asked with a container. */
function isWork(args: readonly string[]): boolean {
  return (
    WORK.some((words) => words.every((word, index) => args[index] === word)) &&
    !args.some((arg) => /^(?:cgo-guide-|localhost\/cgo-field-guide\/run\/)probe-/.test(arg))
  );
}

/** A container belongs to the one whose network it joins; `kill` and `rm` to the container that they name. */
function groupOf({args}: Command, groups: ReadonlyMap<string, Step[]>, id: string): string {
  if (args[0] === 'run') {
    const network = args[args.indexOf('--network') + 1] ?? '';
    return network.startsWith('container:') ? network.slice('container:'.length) : nameOf(args);
  }
  const target = args.at(-1) ?? '';
  for (const [name, steps] of groups) {
    if (steps.some(({command}) => command.args[0] === 'run' && nameOf(command.args) === target)) return name;
  }
  return id;
}

function nameOf(args: readonly string[]): string {
  return args[args.indexOf('--name') + 1] ?? '';
}

function stepsOf(groups: Map<string, Step[]>, name: string): Step[] {
  const steps = groups.get(name) ?? [];
  groups.set(name, steps);
  return steps;
}

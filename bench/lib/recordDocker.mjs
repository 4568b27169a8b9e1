// @ts-check
/**
 * Stands for `docker` while the verifier is watched: writes down what it was asked, keeps the files that the command
 * reads, and hands everything on to the real one. Settings come as JSON in BENCH_RECORD.
 */
import {spawn} from 'node:child_process';
import {appendFileSync, cpSync, existsSync} from 'node:fs';
import path from 'node:path';

/** @type {{folder: string, docker: string[]}} */
const {folder, docker} = JSON.parse(process.env.BENCH_RECORD ?? '');
const [command = '', ...prefix] = docker;
const args = process.argv.slice(2);
// Process ids come around within a long run.
const id = `${process.pid}-${process.hrtime.bigint()}`;

write({event: 'start', args: kept(args), env: ownVariables()});
const reads = args.includes('--interactive') || args.at(-1) === '-';
const child = spawn(command, [...prefix, ...args], {
  stdio: [reads ? 'pipe' : 'ignore', 'inherit', 'inherit'],
});
if (child.stdin !== null) {
  const {stdin} = child;
  process.stdin.on('data', (/** @type {Buffer} */ chunk) => {
    write({event: 'stdin', text: chunk.toString('utf8')});
    stdin.write(chunk);
  });
  process.stdin.on('end', () => {
    write({event: 'eof'});
    stdin.end();
  });
  stdin.on('error', () => undefined);
}
child.on('exit', (code) => {
  write({event: 'end', exit: code});
  process.exit(code ?? 1);
});

/** @param {Record<string, unknown>} event */
function write(event) {
  appendFileSync(
    path.join(folder, 'log'),
    `${JSON.stringify({id, time: process.hrtime.bigint().toString(), ...event})}\n`,
  );
}

/** @param {string[]} asked - Arguments; those that name a file or folder are made to name a copy. */
function kept(asked) {
  const context = asked[0] === 'buildx' && asked[1] === 'build' ? asked.at(-1) : undefined;
  const copies = new Map();
  if (context !== undefined && context !== '-') copies.set(context, copy(context, 'context'));
  for (const [index, arg] of asked.entries()) {
    const source = asked[index - 1] === '--mount' ? /source=([^",]*)/.exec(arg)?.[1] : undefined;
    if (source !== undefined) copies.set(source, copy(source, `mount-${index}`));
  }
  return asked.map((arg) => [...copies].reduce((text, [from, to]) => text.replaceAll(from, () => to), arg));
}

/** @param {string} source @param {string} name */
function copy(source, name) {
  const target = path.join(folder, `${id}-${name}`);
  if (existsSync(source)) cpSync(source, target, {recursive: true, preserveTimestamps: true});
  return target;
}

function ownVariables() {
  const names = ['BUILDX_BUILDER', 'BUILDX_NO_DEFAULT_ATTESTATIONS', 'NO_COLOR'];
  return Object.fromEntries(
    names.flatMap((name) => (process.env[name] === undefined ? [] : [[name, process.env[name]]])),
  );
}

// @ts-check
import {spawn} from 'node:child_process';
import {constants} from 'node:os';
import {freePort, isFree} from './freePort.mjs';

/** @typedef {{port: number, host: string, isAsked: boolean}} Place - `isAsked`: somebody named the port */

/**
 * The port to serve on: the one that was asked for, else the first free one from the usual one on.
 *
 * @param {Place} place
 * @returns {Promise<number>}
 * @throws Error when the port that was asked for is taken
 */
export async function choosePort({port, host, isAsked}) {
  if (!isAsked) return freePort(port, host);
  if (await isFree(port, host)) return port;
  throw new Error(`Port ${port} is taken on ${host}: name another with --port, or leave it to this command.`);
}

/**
 * Runs a server until it ends, and hands on the signals that this process gets.
 *
 * @param {readonly [string, ...string[]]} command
 * @param {import('node:child_process').SpawnOptions} options
 * @returns {Promise<number>} Exit code, as a shell shows it for a signal; a server that ends by itself has failed
 */
export function runServer([file, ...args], options) {
  const server = spawn(file, args, options);
  for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP']))
    process.on(signal, () => server.kill(signal));
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.once('exit', (code, signal) => {
      resolve(signal === null ? code || 1 : 128 + constants.signals[signal]);
    });
  });
}

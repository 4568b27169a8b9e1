// @ts-check
import {createServer} from 'node:net';

/** How many ports after the first are tried. */
const TRIES = 100;

/**
 * The first free port from a given one on.
 *
 * @param {number} first
 * @param {string} host
 * @returns {Promise<number>}
 */
export async function freePort(first, host) {
  for (let port = first; port <= Math.min(first + TRIES, 65_535); port++) {
    if (await isFree(port, host)) return port;
  }
  throw new Error(`No port from ${first} to ${Math.min(first + TRIES, 65_535)} is free on ${host}.`);
}

/**
 * Whether a server could listen there. `localhost` is more than one address, and a program may listen on either.
 *
 * @param {number} port
 * @param {string} host
 * @returns {Promise<boolean>}
 */
export async function isFree(port, host) {
  const addresses = host === 'localhost' ? ['127.0.0.1', '::1', undefined] : [host];
  for (const address of addresses) {
    if (!(await canListen(port, address))) return false;
  }
  return true;
}

/**
 * @param {number} port
 * @param {string | undefined} address - undefined: every address of the machine
 * @returns {Promise<boolean>}
 */
function canListen(port, address) {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', (/** @type {NodeJS.ErrnoException} */ error) => {
      if (error.code === 'EADDRINUSE') resolve(false);
      // A machine without IPv6 has no such address, so nobody listens there.
      else if (error.code === 'EADDRNOTAVAIL' && address === '::1') resolve(true);
      else reject(error);
    });
    server.listen(port, address, () => server.close(() => resolve(true)));
  });
}

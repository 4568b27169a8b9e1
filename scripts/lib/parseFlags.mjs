// @ts-check

/** Of every command here. */
export const HELP_FLAG = /** @type {const} */ ({type: 'boolean', default: false});

/**
 * Reads the command line. `--help` prints the help and ends with 0; what the command does not know ends it with 2, as
 * it does for every command of this repository.
 *
 * @template {{values: {help?: boolean | undefined}}} P
 * @param {string} help
 * @param {() => P} parse - A call of parseArgs, which throws for flags it does not know
 * @returns {P}
 */
export function parseFlags(help, parse) {
  try {
    const parsed = parse();
    if (parsed.values.help !== true) return parsed;
  } catch (error) {
    refuseUsage(help, error instanceof Error ? error.message : String(error));
  }
  process.stdout.write(`${help}\n`);
  process.exit(0);
}

/**
 * @param {string} help
 * @param {string} problem
 * @returns {never}
 */
export function refuseUsage(help, problem) {
  process.stderr.write(`${problem}\n\n${help}\n`);
  process.exit(2);
}

/**
 * @param {string} help
 * @param {string} written - What stands behind --port
 * @returns {number}
 */
export function readPort(help, written) {
  const port = Number(written);
  if (!Number.isInteger(port) || port < 1 || port > 65_535)
    refuseUsage(help, `--port: expected a number from 1 to 65535, got ${written}`);
  return port;
}

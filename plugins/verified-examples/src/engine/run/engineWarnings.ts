/**
 * Lines that the command line puts before a container's own stderr: the emulated platform, a kernel that cannot limit swap,
 * and Podman's log lines. They are the engine's words, not the program's.
 */
const WARNINGS = [
  /^WARNING: The requested image's platform \([^)\n]*\) does not match the detected host platform [^\n]*\n/,
  /^WARNING: image platform \([^)\n]*\) does not match the expected platform [^\n]*\n/,
  /^WARNING: Your kernel does not support swap limit capabilities[^\n]*\n/,
  /^time="[^"\n]*" level=(?:info|warning) msg=[^\n]*\n/,
];

/** A container's stderr without what the engine wrote before it. */
export function withoutEngineWarnings(stderr: Buffer): Buffer {
  const text = stderr.toString('latin1');
  let start = 0;
  for (;;) {
    const rest = text.slice(start);
    const warning = WARNINGS.map((pattern) => pattern.exec(rest)).find((match) => match !== null);
    if (warning === undefined) {
      return stderr.subarray(start);
    }
    start += warning[0].length;
  }
}

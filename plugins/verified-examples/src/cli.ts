import type {CommanderStatic} from 'commander';
import type {PluginOptions} from './settings';
import type {ExitCode} from './verify/exitCode';
import type {RawOptions} from './verify/flags';

/** Ends the process as exitOverride() is to: wrong usage with 2, `--help` with 0. */
export function endWithUsage({exitCode}: {exitCode: number}): never {
  process.exit(exitCode === 0 ? 0 : 2);
}

/**
 * Adds the plugin's commands to Docusaurus's. Their bodies are loaded when they run: every `docusaurus` command
 * comes through here.
 */
export function registerCommands(cli: CommanderStatic, siteDir: string, options: PluginOptions): void {
  const add = (name: string) => cli.command(name).exitOverride(endWithUsage);
  add('verify [ids...]')
    .description(
      'Build the examples, run their scenarios and write their receipts; all that are stale, or those named.',
    )
    .option('--check', 'run everything again and compare with the receipts; write nothing')
    .option('--force', 'prove again what is proved already')
    .option('--slow', 'with --check or --force: include examples marked slow, which are skipped unless named')
    .option('--build-once', 'build each program once: whether it comes out the same again stays unknown')
    .option('--list', 'list what would be proved, and why; run nothing')
    .option('--update-pins', 'ask registries for the digests of all bases now, and pin them')
    .option('--engine <name>', 'auto, docker or podman', 'auto')
    .option(
      '--bases <world>',
      'auto, registry (pulled, by pinned digest) or rebuilt (from packages, here)',
      'auto',
    )
    .option('--jobs <n>', 'how many examples at a time', '2')
    .option('--budget <time>', 'with --check: start nothing new after this time; changed examples go first')
    .option('--shard <i/n>', 'only the i-th of n parts, for a CI matrix')
    .option('--builder <name>', 'build on this BuildKit builder (docker buildx); the result is run here')
    .option('--json <file>', 'write the outcome as JSON')
    .option('--junit <file>', 'write the outcome as JUnit XML')
    .action(async (ids: string[], raw: RawOptions) => {
      const {verifyCommand} = await import('./verify/command');
      process.exitCode = await verifyCommand({siteDir, plugin: options, ids, raw});
    });
  add('reproduce [ids...]')
    .description("Repeat recorded runs as a reader would, by the script in the built site's archives.")
    .option('--budget <time>', 'as many as fit in that time, all kinds among them, by turns: 6m')
    .option('--slow', 'slow examples too, which are left out unless named')
    .option('--engine <name>', 'auto, docker or podman', 'auto')
    .action(async (ids: string[], raw: RawOptions) => {
      const {reproduceCommand} = await import('./verify/reproduce/command');
      process.exitCode = await reproduceCommand({siteDir, plugin: options, ids, raw});
    });
  add('engine')
    .description(
      'Start the private Docker Engine of the project on the images it has, print what to export, keep it until Ctrl-C.',
    )
    .action(async () => {
      const {engineCommand} = await import('./verify/engineCommand');
      process.exitCode = await engineCommand();
    });
  add('bases [refs...]')
    .description('Rebuild base images where no registry answers; all of the catalogue, or those named.')
    .option('--list', 'list the catalogue, with how each rebuilt base is known to differ')
    .option('--used', 'those that the examples are built from, on the platforms they are built for')
    .option('--write', 'write what was measured in each rebuilt base')
    .option('--registry', 'pull those that only registries have, and write what is in them')
    .option('--engine <name>', 'with --registry: auto, docker or podman', 'auto')
    .option('--platform <platform>', 'linux/amd64 or linux/arm64', 'linux/amd64')
    .action(async (refs: string[], raw: RawOptions) => {
      const {basesCommand} = await import('./verify/bases/command');
      process.exitCode = await basesCommand({siteDir, plugin: options, refs, raw});
    });
  add('radar')
    .description(
      'Ask registries and package indexes what bases are now, without building one; write it down.',
    )
    .action(async () => {
      const {radarCommand} = await import('./verify/radar/command');
      process.exitCode = await radarCommand({siteDir, plugin: options});
    });
  add('examples:count')
    .description('Count examples, runs, symptoms and measured values, from manifests, receipts and pages.')
    .option('--json', 'print the counts as JSON')
    .action(async (raw: {json?: boolean}) => {
      const {countCommand} = await import('./pages/counts/command');
      await run(async () => {
        await countCommand({siteDir, plugin: options, json: raw.json ?? false});
        return 0;
      });
    });
  add('examples:audit')
    .description('List sentences of guides and symptoms that state what nothing proves.')
    .action(async () => {
      const {auditCommand} = await import('./pages/audit/command');
      await run(async () => ((await auditCommand(siteDir, options)) === 0 ? 0 : 1));
    });
}

/** Runs a command that knows no exit codes of its own failures. */
async function run(command: () => Promise<ExitCode>): Promise<void> {
  const {exitCodeOf} = await import('./verify/exitCode');
  process.exitCode = await exitCodeOf(command);
}

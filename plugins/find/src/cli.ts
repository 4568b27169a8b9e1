import type {CommanderStatic} from 'commander';
import {endWithUsage} from '../../verified-examples/src/cli';
import type {PluginOptions} from '../../verified-examples/src/settings';

/** Adds the commands that find; their bodies are loaded when they run. */
export function registerFindCommands(cli: CommanderStatic, siteDir: string, options: PluginOptions): void {
  const run = async (command: (commands: typeof import('./commands')) => Promise<0 | 1> | 0 | 1) => {
    const {exitCodeOf} = await import('../../verified-examples/src/verify/exitCode');
    process.exitCode = await exitCodeOf(async () => command(await import('./commands')));
  };
  cli
    .command('diagnose [file]')
    .exitOverride(endWithUsage)
    .description(
      'Say which symptoms the lines of a file, or of the standard input, are. Nothing found ends 1.',
    )
    .option('--json', 'one object for each finding, on a line of its own')
    .option('--log', 'the input is one log: causes in their order, with repeats and consequences')
    .action((file: string | undefined, {json = false, log = false}: {json?: boolean; log?: boolean}) =>
      run(({diagnoseCommand}) => diagnoseCommand({siteDir, plugin: options, file, json, log})),
    );
  cli
    .command('find <words...>')
    .exitOverride(endWithUsage)
    .description('Find pages by words or by an error text, best first. Nothing found ends 1.')
    .option('--json', 'one object for each page, on a line of its own')
    .action((words: string[], {json = false}: {json?: boolean}) =>
      run(({findCommand}) => findCommand({siteDir, plugin: options, words: words.join(' '), json})),
    );
}

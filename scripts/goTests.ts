/**
 * `go vet` and `go test` for every Go module of the examples that has tests. The argument is a file that receives
 * JUnit XML. A module whose packages or tests are in part C needs a C compiler; without one it has failed.
 */
import {appendFileSync} from 'node:fs';
import path from 'node:path';
import {execa} from 'execa';
import {onPath} from '../plugins/verified-examples/src/engine/provisioning';
import {messageOf} from '../plugins/verified-examples/src/messageOf';
import {ROOT} from './lib/dependencies.mjs';
import {testedModules} from './lib/goModules';
import {goReport} from './lib/goReport';
import {currentGo, type Go} from './lib/goToolchain';

const EXAMPLES = path.join(ROOT, 'examples');
/** Packages that are in part C, those of Go itself aside: it has each of them without C as well. */
const IN_C = '{{if and .CgoFiles (not .Standard)}}{{.ImportPath}}{{end}}';
/** Tests read files of other modules, which Go's cache of results does not look at. */
const TEST = ['test', '-json', '-count=1', '-timeout=2m', './...'];

async function main(file: string | undefined): Promise<void> {
  const go = await currentGo(new AbortController().signal);
  for (const module of testedModules(EXAMPLES)) {
    process.stdout.write(`examples/${module}\n`);
    const inC = await packagesInC(go, module);
    if (inC.length > 0 && onPath('gcc') === undefined) {
      process.stderr.write(
        `examples/${module}: not tested: ${inC.join(', ')} needs gcc, which is not here\n`,
      );
      process.exitCode = 1;
      continue;
    }
    const cgo = inC.length > 0 ? '1' : '0';
    const vet = await execa(go.command, ['vet', './...'], {...options(go, module, cgo), stdio: 'inherit'});
    const test = await execa(go.command, TEST, {...options(go, module, cgo), stderr: 'inherit'});
    const {report, text} = goReport(test.stdout);
    if (file !== undefined) appendFileSync(file, report);
    process.stdout.write(text);
    if (vet.exitCode !== 0 || test.exitCode !== 0) process.exitCode = 1;
  }
}

async function packagesInC(go: Go, module: string): Promise<string[]> {
  const {stdout} = await execa(go.command, ['list', '-deps', '-test', '-f', IN_C, './...'], {
    ...options(go, module, '1'),
    reject: true,
  });
  return stdout.split('\n').filter((name) => name !== '');
}

function options(go: Go, module: string, cgo: '0' | '1') {
  return {
    cwd: path.join(EXAMPLES, module),
    // SQLite compiles in a tenth of the time without optimisation.
    env: {...go.env, CGO_ENABLED: cgo, CGO_CFLAGS: '-O0', GOFLAGS: '-mod=readonly', GOWORK: 'off'},
    reject: false,
  } as const;
}

void main(process.argv[2]).catch((error: unknown) => {
  process.stderr.write(`${messageOf(error)}\n`);
  process.exitCode = 1;
});

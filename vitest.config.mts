import {defineConfig} from 'vitest/config';

/** Real engines, real packages, real DNS: slow, and one at a time. */
const INTEGRATION = '**/*.integration.test.ts';
const EXCLUDE = ['node_modules/**', 'build/**', 'tests/**'];

/** These use the engines that the project keeps in its cache, which have one owner at a time. */
const WITH_KEPT_ENGINES = [
  'plugins/verified-examples/src/__tests__/verify.integration.test.ts',
  'plugins/verified-examples/src/__tests__/repeat.integration.test.ts',
  'plugins/verified-examples/src/verify/__tests__/registryWorld.integration.test.ts',
  'plugins/verified-examples/src/verify/__tests__/firstDay.integration.test.ts',
];

/** These do not, and run with them: so both halves, which run side by side, take as long. */
const BESIDE_THEM = [
  'plugins/verified-examples/src/engine/__tests__/crash.integration.test.ts',
  'plugins/verified-examples/src/engine/__tests__/podman.integration.test.ts',
];
const VERIFIER = [...WITH_KEPT_ENGINES, ...BESIDE_THEM];

const SLOW = {
  fileParallelism: false,
  testTimeout: 600_000,
  hookTimeout: 600_000,
  // Docker drops what an ended container printed when it could not read it within two seconds (moby
  // daemon/monitor.go); what fails twice has failed.
  retry: 1,
};

export default defineConfig({
  resolve: {alias: {'@site': import.meta.dirname}},
  oxc: {jsx: {runtime: 'automatic'}},
  define: {__HAS_VIEWS__: 'true'},
  test: {
    projects: [
      {
        extends: true,
        test: {
          name: 'unit',
          include: [
            'plugins/**/__tests__/**/*.test.{ts,tsx}',
            'src/**/__tests__/**/*.test.{ts,tsx}',
            '{scripts,bench}/**/__tests__/**/*.test.ts',
          ],
          exclude: [...EXCLUDE, INTEGRATION],
          // Vitest leaves one core free unless told otherwise.
          maxWorkers: '100%',
          // Some start programs, on a machine that may be busy: a test is judged by its result, a hang is ended.
          testTimeout: 60_000,
        },
      },
      {
        extends: true,
        test: {name: 'verifier', include: VERIFIER, exclude: EXCLUDE, ...SLOW},
      },
      {
        extends: true,
        test: {
          name: 'engines',
          include: [`{plugins,scripts}/**/__tests__/${INTEGRATION}`],
          exclude: [...EXCLUDE, ...VERIFIER],
          ...SLOW,
        },
      },
    ],
  },
});

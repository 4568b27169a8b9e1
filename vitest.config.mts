import {defineConfig} from 'vitest/config';

/** Real engines, real packages, real DNS: slow, and one at a time. */
const INTEGRATION = '**/*.integration.test.ts';
const EXCLUDE = ['node_modules/**', 'build/**', 'tests/**'];

export default defineConfig({
  resolve: {alias: {'@site': import.meta.dirname}},
  oxc: {jsx: {runtime: 'automatic'}},
  test: {
    projects: [
      {
        extends: true,
        test: {
          name: 'unit',
          include: [
            'plugins/**/__tests__/**/*.test.{ts,tsx}',
            'src/**/__tests__/**/*.test.{ts,tsx}',
            'scripts/**/__tests__/**/*.test.ts',
          ],
          exclude: [...EXCLUDE, INTEGRATION],
        },
      },
      {
        extends: true,
        test: {
          name: 'integration',
          include: [`plugins/**/__tests__/${INTEGRATION}`, `scripts/**/__tests__/${INTEGRATION}`],
          exclude: EXCLUDE,
          fileParallelism: false,
          testTimeout: 600_000,
          hookTimeout: 600_000,
          // Docker drops what an ended container printed when it could not read it within two seconds (moby
          // daemon/monitor.go); what fails twice has failed.
          retry: 1,
        },
      },
    ],
  },
});

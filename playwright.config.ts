import {defineConfig, devices} from '@playwright/test';
import {systemChromium} from './scripts/lib/chromium.mjs';

const PORT = 3457;

/** Debian's Chromium where it is installed, else the one that Playwright installed. */
const CHROMIUM = systemChromium();

/** Chromium's own background requests would fail, and be seen, where there is no internet. */
const QUIET = [
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--no-first-run',
];

/** What comes out the same on a screen of any size is tested on one. */
const ANY_SCREEN = /@any-screen/;

export default defineConfig({
  testDir: 'tests',
  fullyParallel: true,
  // Beside other work on two cores a page may take its time.
  timeout: 120_000,
  expect: {timeout: 20_000},
  workers: 2,
  forbidOnly: process.env.CI !== undefined,
  reporter: process.env.PLAYWRIGHT_JUNIT_OUTPUT_NAME === undefined ? 'list' : [['list'], ['junit']],
  use: {
    baseURL: `http://localhost:${PORT}`,
    launchOptions: {
      ...(CHROMIUM === undefined ? {} : {executablePath: CHROMIUM}),
      args: [...QUIET, ...(process.getuid?.() === 0 ? ['--no-sandbox'] : [])],
    },
  },
  projects: [
    {name: 'desktop', testIgnore: 'phone.spec.ts', use: {viewport: {width: 1280, height: 900}}},
    {
      name: 'phone',
      // Of the same parts, in two schemes already.
      testIgnore: ['accessibility.spec.ts', 'addresses.spec.ts'],
      grepInvert: ANY_SCREEN,
      use: {...devices['Pixel 7'], viewport: {width: 390, height: 844}},
    },
  ],
  webServer: {
    command: `npm run serve -- --port ${PORT}`,
    port: PORT,
    reuseExistingServer: false,
  },
});

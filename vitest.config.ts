import { playwright } from '@vitest/browser-playwright';
import { defineConfig } from 'vitest/config';
import { scenariosPlugin } from './scripts/scenarios-plugin.ts';
import { browserFlags, findBrowser } from './scripts/setup/browser.mjs';

const executablePath = findBrowser()?.path ?? 'no-browser-found-run-npm-test';
const plugins = [scenariosPlugin()];

export default defineConfig(({ mode }) => ({
  test: {
    projects: [
      {
        plugins,
        test: {
          name: 'unit',
          include: ['test/**/*.test.ts'],
          exclude: ['**/*.browser.test.ts', '**/*.e2e.test.ts'],
          env: { KEPT_HUNT: mode === 'hunt' ? 'yes' : '' },
          // A busy machine is no failure.
          testTimeout: 60_000,
          hookTimeout: 60_000,
        },
      },
      {
        plugins,
        // Named here, else the first test that meets one of them triggers a reload in mid-run.
        optimizeDeps: { include: ['lit', 'lit/decorators.js', 'lit/directives/*.js', 'chart.js'] },
        test: {
          name: 'browser',
          include: ['test/**/*.browser.test.ts'],
          browser: {
            enabled: true,
            headless: true,
            screenshotFailures: false,
            provider: playwright({ launchOptions: { executablePath, args: browserFlags } }),
            instances: [{ browser: 'chromium' }],
          },
        },
      },
      {
        test: {
          name: 'e2e',
          include: ['test/**/*.e2e.test.ts'],
          env: { KEPT_BROWSER: executablePath },
          fileParallelism: false,
          // A busy machine is no failure here either.
          expect: { poll: { timeout: 15_000 } },
          testTimeout: 60_000,
          hookTimeout: 60_000,
        },
      },
    ],
  },
}));

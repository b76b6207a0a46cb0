import { defineConfig } from '@playwright/test'
import { CHROMIUM_ARGS, findChromium } from './chromium.ts'

const PORT = 4180

/**
 * Each test opens pages that nothing has run on before: optimizing their scripts takes a sixth of all time, and is thrown
 * away with them.
 */
const UNOPTIMIZED = '--js-flags=--no-opt,--no-maglev,--always-sparkplug'

/** Nor is anything gained by processes of their own for the network and for drawing: what passes between them takes a tenth. */
const TOGETHER = ['--enable-features=NetworkServiceInProcess2', '--in-process-gpu']

export default defineConfig({
  testDir: '.',
  outputDir: '../../reports/browser',
  fullyParallel: true,
  forbidOnly: true,
  retries: 0,
  workers: 2,
  // Limits for what hangs, not for what is slow: machines differ by a factor of three.
  timeout: 120_000,
  expect: { timeout: 15_000 },
  reporter: [['list'], ['json', { outputFile: '../../reports/browser.json' }]],
  use: {
    baseURL: `http://localhost:${PORT}`,
    viewport: { width: 1440, height: 900 },
    // What a service worker answers or keeps depends on what came before. The tests about it allow it.
    serviceWorkers: 'block',
    permissions: ['clipboard-read', 'clipboard-write'],
    launchOptions: {
      executablePath: await findChromium(),
      args: [...CHROMIUM_ARGS, UNOPTIMIZED, ...TOGETHER],
    },
  },
  webServer: {
    command: `npx vite preview --port ${PORT} --strictPort`,
    cwd: '../..',
    port: PORT,
    reuseExistingServer: false,
  },
})

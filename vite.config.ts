import { resolve } from 'node:path'
import { defineConfig } from 'vitest/config'
import { filesOf } from './src/site/corpus/files.ts'
import { siteConfig } from './src/site/vite/config.ts'

/** For tests and for serving what was built. Building and developing: `src/site/run.ts`. */
export default defineConfig({
  ...siteConfig({ corpus: () => filesOf('data').files }),
  test: {
    // By default one core of two would do nothing.
    maxWorkers: '100%',
    // Limits for what hangs, not for what is slow: machines differ by a factor of three, and are busy.
    testTimeout: 180_000,
    hookTimeout: 180_000,
    projects: [
      {
        extends: true,
        test: {
          name: 'unit',
          environment: 'node',
          // No test leaves anything behind. Loading the modules anew for each file took twice as long as the tests.
          isolate: false,
          include: [
            'tests/{architecture,boot,core,cli,hostile,offline,site,worker}/**/*.test.ts',
            'tests/*.test.ts',
          ],
        },
      },
      {
        extends: true,
        // Tests reset every store: see `tests/app/stores.ts`.
        resolve: { alias: [{ find: /^zustand$/, replacement: resolve('tests/app/stores.ts') }] },
        test: {
          name: 'component',
          environment: 'jsdom',
          // Nor here, where the page itself is one for all files: see `setup.ts`.
          isolate: false,
          include: ['tests/app/**/*.test.{ts,tsx}'],
          setupFiles: 'tests/app/setup.ts',
        },
      },
    ],
  },
})

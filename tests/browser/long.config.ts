import { defineConfig } from '@playwright/test'
import usual from './playwright.config.ts'

/** What takes too long for every change: `npm run test:long`. */
export default defineConfig(usual, {
  testMatch: '*.long.ts',
  reporter: [['list'], ['json', { outputFile: '../../reports/long.json' }]],
})

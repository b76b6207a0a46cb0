import tailwindcss from '@tailwindcss/vite'
import react from '@vitejs/plugin-react'
import { defineConfig } from 'vitest/config'
import { HEADERS } from './src/site/headers.ts'
import { plainImports } from './src/site/plainImports.ts'
import { broadsheet } from './src/site/plugin.ts'
import { productionRouter } from './src/site/productionRouter.ts'

export default defineConfig({
  base: process.env.BASE_PATH ?? '/',
  plugins: [
    react(),
    tailwindcss(),
    plainImports(),
    productionRouter(),
    broadsheet(process.env.DATA ?? 'data'),
  ],
  build: {
    target: 'es2022',
    // Inlined assets would be `data:` URLs, which the policy does not allow for fonts.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
  },
  worker: { format: 'es' },
  preview: { port: 4173, strictPort: true, headers: HEADERS },
  test: {
    projects: [
      {
        extends: true,
        test: {
          name: 'unit',
          environment: 'node',
          include: ['tests/{core,cli,site,worker}/**/*.test.ts', 'tests/*.test.ts'],
        },
      },
      {
        extends: true,
        test: {
          name: 'component',
          environment: 'jsdom',
          include: ['tests/app/**/*.test.{ts,tsx}'],
          setupFiles: 'tests/app/setup.ts',
        },
      },
    ],
  },
})

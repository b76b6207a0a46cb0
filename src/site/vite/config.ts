import tailwindcss from '@tailwindcss/vite'
import react from '@vitejs/plugin-react'
import type { UserConfig } from 'vite'
import type { Files } from '../corpus/corpus.ts'
import { HEADERS } from '../hosts/headers.ts'
import { appScript } from './appScript.ts'
import { firstChunk, firstWorkerChunk } from './firstChunk.ts'
import { plainIcons } from './plainIcons.ts'
import { plainImports } from './plainImports.ts'
import { broadsheet } from './plugin.ts'
import { preview } from './preview.ts'
import { productionRouter } from './productionRouter.ts'

const chunked = (name: typeof firstChunk) => ({ codeSplitting: { groups: [{ name }] } })

/**
 * How the site is built and served.
 *
 * @param corpus makes the files of the corpus; while developing it is asked again at each visit
 * @param isKept whether browsers keep the site, to show it without a network
 */
export const siteConfig = (corpus: () => Files, isKept = false): UserConfig => ({
  define: { __IS_KEPT__: isKept },
  plugins: [
    react(),
    tailwindcss(),
    plainImports(),
    plainIcons(),
    productionRouter(),
    appScript(),
    broadsheet(corpus),
    preview(),
  ],
  build: {
    target: 'es2022',
    // Inlined assets would be `data:` URLs, which the policy does not allow for fonts.
    assetsInlineLimit: 0,
    modulePreload: false,
    // Constants have names in the source, and cost nothing in what is built.
    rolldownOptions: { optimization: { inlineConst: true }, output: chunked(firstChunk) },
  },
  worker: { format: 'es', rolldownOptions: { output: chunked(firstWorkerChunk) } },
  preview: { headers: HEADERS },
})

import tailwindcss from '@tailwindcss/vite'
import react from '@vitejs/plugin-react'
import type { UserConfig } from 'vite'
import { DEFAULT_PROFILE, type SiteProfile } from '#core/site/siteProfile.ts'
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

interface Options {
  /** Makes the files of the corpus for the development server, at each visit. */
  corpus?: () => Files
  /** Whether browsers cache the site, to show it without a network. */
  isCached?: boolean
  /** Profile of the site for the development server. */
  profile?: SiteProfile
}

/** Settings of the bundler and of the servers. The base is relative, so that one bundle serves sites of any base. */
export const siteConfig = ({
  corpus = () => new Map(),
  isCached = false,
  profile = DEFAULT_PROFILE,
}: Options = {}): UserConfig => ({
  base: './',
  define: { __IS_CACHED__: isCached },
  plugins: [
    react(),
    tailwindcss(),
    plainImports(),
    plainIcons(),
    productionRouter(),
    appScript(),
    broadsheet(corpus, profile),
    preview(),
  ],
  build: {
    target: 'es2022',
    // Inlined assets would be `data:` URLs, which the policy does not allow for fonts.
    assetsInlineLimit: 0,
    modulePreload: false,
    // Constants have names in the source, and cost nothing in what is built.
    rolldownOptions: {
      optimization: { inlineConst: true },
      // Reading a property or a global changes nothing in the packages of the app: 0.2 kB of unused code.
      treeshake: { propertyReadSideEffects: false, unknownGlobalSideEffects: false },
      output: chunked(firstChunk),
    },
  },
  worker: { format: 'es', rolldownOptions: { output: chunked(firstWorkerChunk) } },
  preview: { headers: HEADERS },
})

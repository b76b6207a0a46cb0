import { buildFrom } from './bundled.ts'

/** A build in a process of its own: tsx build.ts BUNDLE DATA FOLDER. */
const [bundle = '', data = '', out = ''] = process.argv.slice(2)

await buildFrom(bundle, data, out)

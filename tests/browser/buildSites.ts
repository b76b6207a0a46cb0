import { buildSite } from '#site/build/build.ts'
import { bundle } from '#site/build/bundle.ts'

/*
 * Builds sites from one bundle, as the build does it: `tsx buildSites.ts FOLDER BASE NAME [BASE NAME …]`. Each goes into
 * the folder of its base below the given one.
 */

const [folder = '', ...sites] = process.argv.slice(2)
const app = await bundle(true)
const silent = { print: () => {}, status: () => {}, complain: (line: string) => console.error(line) }

for (let at = 0; at < sites.length; at += 2) {
  const [base = '/', name = ''] = sites.slice(at, at + 2)
  const wanted = {
    data: 'data',
    out: folder + base,
    base,
    name,
    accent: undefined,
    site: `https://ada.example${base}`,
    isPublic: true,
    papers: 1,
    isCached: true,
  }
  await buildSite(wanted, silent, async () => app)
}

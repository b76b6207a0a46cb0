import { readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'

/** The path of the page in a folder of a site whose file is largest. */
function largestIn(dist: string, folder: string): string[] {
  const files = readdirSync(join(dist, folder), { withFileTypes: true })
    .filter(entry => entry.isFile() && entry.name.endsWith('.html'))
    .map(({ name }) => ({ name, size: statSync(join(dist, folder, name)).size }))
    .sort((a, b) => b.size - a.size || (a.name < b.name ? -1 : 1))
  return files.slice(0, 1).map(({ name }) => `/${folder}/${name.replace(/\.html$/, '')}`)
}

/** The front page, and of papers and themes the one with most to show. */
export const samplePages = (dist: string): string[] => [
  '/',
  ...largestIn(dist, 'paper'),
  ...largestIn(dist, 'theme'),
]

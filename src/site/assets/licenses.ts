import { readdirSync, readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import type { Plugin } from 'vite'

/** Packages whose styles or font the site ships: no module of the bundle names them. */
const STYLES_AND_FONTS = ['tailwindcss', '@fontsource-variable/newsreader']

/** Beginning of the names of modules that the bundler adds. */
const HELPERS = { '\0vite/': 'vite', '\0rolldown/': 'rolldown' }

const folderOf = (name: string): string => join('node_modules', name)

/** The folder of the package that a module comes from; undefined for modules of the site. */
export function packageOf(id: string): string | undefined {
  for (const [start, name] of Object.entries(HELPERS)) if (id.startsWith(start)) return folderOf(name)
  const at = id.lastIndexOf('/node_modules/')
  if (at < 0) return undefined
  const parts = id.slice(at + '/node_modules/'.length).split('/')
  const name = parts.slice(0, parts[0]?.startsWith('@') ? 2 : 1).join('/')
  return `${id.slice(0, at).replace(/^\0/, '')}/node_modules/${name}`
}

/** Collects the packages whose code is in the bundle. */
export const packageCollector = (folders: Set<string>): Plugin => ({
  name: 'broadsheet:packages',
  generateBundle(_, output) {
    for (const file of Object.values(output)) {
      if (file.type !== 'chunk') continue
      for (const [id, { renderedLength }] of Object.entries(file.modules)) {
        const folder = renderedLength > 0 ? packageOf(id) : undefined
        if (folder !== undefined) folders.add(folder)
      }
    }
  },
})

interface Description {
  name: string
  version: string
  license?: string
  author?: string | { name: string }
}

/** For packages under MIT that do not contain its text. */
const MIT = (holder: string): string => `MIT License

Copyright (c) ${holder}

Permission is hereby granted, free of charge, to any person obtaining a copy of this software and associated documentation files (the "Software"), to deal in the Software without restriction, including without limitation the rights to use, copy, modify, merge, publish, distribute, sublicense, and/or sell copies of the Software, and to permit persons to whom the Software is furnished to do so, subject to the following conditions:

The above copyright notice and this permission notice shall be included in all copies or substantial portions of the Software.

THE SOFTWARE IS PROVIDED "AS IS", WITHOUT WARRANTY OF ANY KIND, EXPRESS OR IMPLIED, INCLUDING BUT NOT LIMITED TO THE WARRANTIES OF MERCHANTABILITY, FITNESS FOR A PARTICULAR PURPOSE AND NONINFRINGEMENT. IN NO EVENT SHALL THE AUTHORS OR COPYRIGHT HOLDERS BE LIABLE FOR ANY CLAIM, DAMAGES OR OTHER LIABILITY, WHETHER IN AN ACTION OF CONTRACT, TORT OR OTHERWISE, ARISING FROM, OUT OF OR IN CONNECTION WITH THE SOFTWARE OR THE USE OR OTHER DEALINGS IN THE SOFTWARE.`

function holderOf({ name, author }: Description): string {
  const text = typeof author === 'string' ? author : author?.name
  // The name can be followed by a mail or web address.
  return text?.split(/[<(]/)[0]?.trimEnd() || `the authors of ${name}`
}

/** Name, version, licence, text of the licence and notices of a package. */
function licenseOf(folder: string): string {
  const about: Description = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'))
  const texts = readdirSync(folder)
    .filter(name => /^(?:licen[cs]e|copying|notice)/i.test(name))
    .sort()
    .map(name => readFileSync(join(folder, name), 'utf8').trim())
  if (texts.length === 0 && about.license === 'MIT') texts.push(MIT(holderOf(about)))
  if (texts.length === 0)
    throw new Error(`${basename(folder)} is in the site, but has no text of its licence (${about.license}).`)
  return [`${about.name} ${about.version} (${about.license})`, ...texts].join('\n\n')
}

const RULE = `\n\n${'-'.repeat(80)}\n\n`

/**
 * The licences of the site and of all packages that it contains.
 *
 * @param folders of the packages whose code is in the bundle
 * @throws Error if a package has no text of its licence
 */
export function licensesText(folders: Iterable<string>): string {
  const all = [...folders, ...STYLES_AND_FONTS.map(folderOf)].map(licenseOf)
  const sorted = [...new Set(all)].sort()
  const own = `Broadsheet\n\n${readFileSync('LICENSE', 'utf8').trim()}`
  return `${['What this site is made of, and the licences of it.', own, ...sorted].join(RULE)}\n`
}

import { readdirSync, readFileSync } from 'node:fs'
import { homedir, hostname } from 'node:os'
import { join } from 'node:path'
import { faultsOf } from '../hosting/host.ts'
import { expect, test } from './gate.ts'

test('files and pages come as a static host sends them, and 404.html for all else [row 67]', async ({
  baseURL,
}) => {
  const { asked, faults } = await faultsOf({ address: `${baseURL}/`, dist: 'dist' })
  expect(faults).toEqual([])
  expect(asked).toBeGreaterThan(30)
})

test('what is built says nothing of the machine that built it, and asks no other host [row 74]', () => {
  const files = readdirSync('dist', { recursive: true, encoding: 'utf8' }).filter(file =>
    /\.(?:html|js|css|json|xml|webmanifest)$/.test(file),
  )
  expect(files.length).toBeGreaterThan(100)
  const machine = [process.cwd(), homedir(), hostname()].filter(name => name.length > 4)
  for (const file of files) {
    const text = readFileSync(join('dist', file), 'utf8')
    for (const name of [...machine, 'sourceMappingURL'])
      expect(text.includes(name), `${name} in ${file}`).toBe(false)
    if (!file.endsWith('.html')) continue
    const tags = text.match(/<(?:script|link|img)\b[^>]*>/g) ?? []
    for (const tag of tags) {
      if (tag.startsWith('<script') && /type="[^"]*json"/.test(tag)) continue
      if (tag.startsWith('<link') && !/rel="[^"]*(?:stylesheet|icon|load|manifest)/.test(tag)) continue
      // A script of its own has no address.
      expect(/ (?:src|href)="([^"]*)"/.exec(tag)?.[1], `${tag} in ${file}`).toMatch(/^\/(?!\/)/)
    }
  }
})

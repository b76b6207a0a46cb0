import { createHash } from 'node:crypto'
import { existsSync, readFileSync } from 'node:fs'
import { loadImage } from '@napi-rs/canvas'
import { expect, test } from 'vitest'
import { ICONS, icons } from '#site/assets/icons.ts'
import { serviceWorker, siteOf } from '#site/assets/offline.ts'
import { webManifest } from '#site/assets/webManifest.ts'
import { META_POLICY } from '#site/hosts/headers.ts'

const NAME = 'Ada <Example>'
const TEMPLATE = `<html><script src="/assets/boot-c.js" data-app="/assets/index-a.js"></script><link rel="stylesheet" crossorigin href="/assets/index-b.css"><div id="root"></div>`
const BUNDLED = new Map<string, string | Uint8Array>([
  ['assets/boot-c.js', 'early'],
  ['assets/index-a.js', new Uint8Array([1, 2])],
  ['corpus/manifest.json', '{}'],
  ['index.html', TEMPLATE],
])

test('all that the app is made of is kept by length and hash, and the corpus is not among it', () => {
  const { version, shell, start, lost, files } = siteOf(BUNDLED, TEMPLATE, NAME)
  expect(version).toBe('/assets/index-a.js /assets/index-b.css')
  expect(shell).toBe(TEMPLATE)
  expect(start).toEqual(['assets/boot-c.js', 'assets/index-a.js'])
  expect(lost).toContain('cannot be opened without a network')
  expect(lost).toContain('Files of Ada &lt;Example&gt; in')
  expect(lost).not.toContain('<script')
  expect(files).toEqual({
    'assets/boot-c.js': { bytes: 5, sha256: createHash('sha256').update('early').digest('hex') },
    'assets/index-a.js': {
      bytes: 2,
      sha256: createHash('sha256')
        .update(new Uint8Array([1, 2]))
        .digest('hex'),
    },
  })
})

test('a template without scripts and styles is refused', () => {
  expect(() => siteOf(BUNDLED, '<html>', NAME)).toThrow('index.html names no scripts or styles')
  const others = new Map([...BUNDLED].filter(([path]) => path !== 'assets/boot-c.js'))
  expect(() => siteOf(others, TEMPLATE, NAME)).toThrow('files that are not cached: /assets/boot-c.js')
})

test('a file of a type that the service worker does not know stops the build', () => {
  expect(() => siteOf(new Map([...BUNDLED, ['assets/a.wasm', '']]), TEMPLATE, NAME)).toThrow(
    'src/offline/types.ts has no type for assets/a.wasm.',
  )
})

test('papers that come day by day leave the service worker as it is, and nobody is asked about them', async () => {
  const newer = new Map([...BUNDLED, ['corpus/manifest.json', '{"papers":1}']])
  expect(await serviceWorker(siteOf(newer, TEMPLATE, NAME))).toBe(
    await serviceWorker(siteOf(BUNDLED, TEMPLATE, NAME)),
  )
  const changed = new Map([...BUNDLED, ['assets/boot-c.js', 'later']])
  expect(await serviceWorker(siteOf(changed, TEMPLATE, NAME))).not.toBe(
    await serviceWorker(siteOf(BUNDLED, TEMPLATE, NAME)),
  )
})

test('a site that keeps nothing has a service worker that removes all, and answers nothing [row 66]', async () => {
  const code = await serviceWorker(undefined)
  expect(code).toContain('unregister')
  expect(code).not.toMatch(/fetch/)
})

test('the web manifest names the site and icons that are there, of the size it says, with paths of its own folder', async () => {
  const drawn = await icons()
  const manifest = JSON.parse(webManifest(NAME))
  expect(manifest).toMatchObject({ name: NAME, start_url: '.', scope: '.', display: 'standalone' })
  const listed: { src: string; sizes: string; purpose?: string }[] = manifest.icons
  expect(listed.filter(({ purpose }) => purpose === 'maskable')).toHaveLength(1)
  for (const { src, sizes } of listed) {
    expect(src).not.toMatch(/^[/.]|:/)
    const content = drawn.get(src)
    if (content === undefined) expect(existsSync(`public/${src}`)).toBe(true)
    else {
      const { width, height } = await loadImage(content as Uint8Array)
      expect(`${width}x${height}`).toBe(sizes)
    }
  }
  expect([...drawn.keys()]).toEqual(ICONS.map(({ file }) => file))
  expect(META_POLICY).toContain("manifest-src 'self'")
})

test('its colours are those of the page', () => {
  const { theme_color } = JSON.parse(webManifest(NAME))
  expect(readFileSync('index.html', 'utf8')).toContain(`content="${theme_color}"`)
})

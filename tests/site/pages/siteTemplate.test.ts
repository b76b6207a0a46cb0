import { expect, test } from 'vitest'
import { siteTemplate } from '#site/pages/siteTemplate.ts'

const BUNDLED = `<html lang="en"><head><title>Broadsheet: x</title>
<script src="./assets/boot-a.js" data-app="./assets/index-b.js"></script>
<link rel="icon" href="./icon.svg"></head></html>`

test('a template says what its site is called, where it is and how it looks, and names files below its base', () => {
  const profile = { base: '/x/', name: 'Ada & "Co" $&', engine: 'worker', accent: 'light-dark(#123, #abc)' }
  expect(siteTemplate(BUNDLED, profile)).toBe(
    `<html data-base="/x/" data-name="Ada &amp; &quot;Co&quot; $&amp;" data-engine="worker" data-accent="light-dark(#123, #abc)" lang="en"><head><title>Ada &amp; &quot;Co&quot; $&amp;: the daily papers, searchable</title>
<script src="/x/assets/boot-a.js" data-app="/x/assets/index-b.js"></script>
<link rel="icon" href="/x/icon.svg"></head></html>`,
  )
})

test.each(['<html', '<title>', '="./'])('a template without “%s” is an error that says what to do', part => {
  expect(() =>
    siteTemplate(BUNDLED.replaceAll(part, 'other'), { base: '/', name: 'A', engine: 'worker' }),
  ).toThrow(/^The bundler left no .* in index.html. Adapt src\/site\/pages\/siteTemplate.ts.$/)
})

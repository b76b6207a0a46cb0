import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { FONT, siteFont } from '#site/assets/font.ts'

test('the font of the site is what npm run font makes of the package', async () => {
  expect(readFileSync(FONT).equals(await siteFont())).toBe(true)
})

import { expect, test } from 'vitest'
import { withoutMarkup } from '#core/sources/markup.ts'

test.each([
  ['Schr&ouml;dinger &amp;amp; &Zcaron;i&#382;ek', 'Schrödinger & Žižek'],
  ['10<sup>&minus;3</sup> &isin; &Sigma;', '10^{−3} ∈ Σ'],
  [
    'half a character &#xD800; or none &#0; &#x110000; &nothing;',
    'half a character &#xD800; or none &#0; &#x110000; &nothing;',
  ],
  ['&#147;quoted&#148;', '“quoted”'],
])('%s is read as %s', (text, read) => {
  expect(withoutMarkup(text)).toBe(read)
})

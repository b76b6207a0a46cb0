import { readdirSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { BREAKPOINTS } from '#app/ui/useBreakpoint.ts'

const styles = readdirSync('src/app/styles')
  .map(name => readFileSync(`src/app/styles/${name}`, 'utf8'))
  .join('\n')

/** A colour token in light and dark. */
const token = (name: string): string[] =>
  new RegExp(`--color-${name}: light-dark\\((#\\w{6}), (#\\w{6})\\)`).exec(styles)?.slice(1) ?? []

/** Red, green and blue from 0 to 1, in linear light. */
const linear = (hex: string): number[] =>
  [1, 3, 5].map(at => {
    const part = Number.parseInt(hex.slice(at, at + 2), 16) / 255
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4
  })

/** WCAG 2.2. */
function contrast(a: string, b: string): number {
  const luminance = (hex: string): number => {
    const [red = 0, green = 0, blue = 0] = linear(hex)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
  }
  const [dark = 0, light = 0] = [luminance(a), luminance(b)].sort((x, y) => x - y)
  return (light + 0.05) / (dark + 0.05)
}

/** The colour in OKLab (Ottosson 2020), where distances are as large as they look. */
function oklab(hex: string): number[] {
  const [r = 0, g = 0, b = 0] = linear(hex)
  const l = Math.cbrt(0.4122214708 * r + 0.5363325363 * g + 0.0514459929 * b)
  const m = Math.cbrt(0.2119034982 * r + 0.6806995451 * g + 0.1073969566 * b)
  const s = Math.cbrt(0.0883024619 * r + 0.2817188376 * g + 0.6299787005 * b)
  return [
    0.2104542553 * l + 0.793617785 * m - 0.0040720468 * s,
    1.9779984951 * l - 2.428592205 * m + 0.4505937099 * s,
    0.0259040371 * l + 0.7827717662 * m - 0.808675766 * s,
  ]
}

const distance = (a: string, b: string): number => {
  const other = oklab(b)
  return Math.hypot(...oklab(a).map((part, at) => part - (other[at] ?? 0)))
}

test.each([
  ['light', 0],
  ['dark', 1],
])('every group of themes has an accent of its own that can be seen (%s)', (_, mode) => {
  const accents = Array.from({ length: 16 }, (_, i) => token(`group-${i + 1}`)[mode] ?? '')
  for (const [at, accent] of accents.entries()) {
    expect(contrast(accent, token('paper')[mode] ?? '')).toBeGreaterThanOrEqual(3)
    for (const other of accents.slice(at + 1)) expect(distance(accent, other)).toBeGreaterThan(0.06)
  }
})

test('what stands beside a list is drawn from the widths on that styles show it', () => {
  const breakpoints = [...styles.matchAll(/--breakpoint-(\w+): ([^;]+);/g)].map(([, name, width]) => [
    name,
    width,
  ])
  expect(Object.fromEntries(breakpoints)).toEqual(BREAKPOINTS)
})

test('no change in the page has all of it styled anew', () => {
  // The browser looks for `:has()` from below: at the root, and in lists, each change would count.
  const subjects = [...styles.matchAll(/^\s*([^\n{}*]*):has\(/gm)].map(([, subject]) => subject)
  expect(subjects).toEqual(['.holds-maths'])
})

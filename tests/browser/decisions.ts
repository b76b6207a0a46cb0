import type { OpenQuestion } from './barriers.ts'

interface Decision {
  rule: string
  /** The screens it is about. */
  screens: RegExp
  /** The elements, by their selectors. */
  where: RegExp
  /** Why axe could not tell. */
  because: RegExp
  /** What a person found. */
  decision: string
}

/**
 * Everything that axe leaves to a person, and what was decided. What is not in it fails the tests until somebody has looked:
 * at the picture of the screen (`npm run screenshots`), at the contrast of its colours, with a keyboard.
 */
const DECISIONS: readonly Decision[] = [
  {
    rule: 'color-contrast',
    screens: /^paper-formulas|^extreme-paper-signs/,
    where: /math|m(?:i|n|o|row|sub|sup|subsup|underover|frac)\b/,
    because: /non-text characters|too short/,
    decision: 'No barrier: a formula has the colour of the words around it, which are measured.',
  },
  {
    rule: 'color-contrast',
    screens: /^suggestions|^no-storage-front|^paper-open-in/,
    where: /./,
    because: /overlapped by another|overlaps other elements|obscured by another/,
    decision:
      'No barrier: what is open stands over the page on a ground of its own, in the colours of other lists. What it covers is ' +
      'measured on the screens where it is closed.',
  },
  {
    rule: 'color-contrast',
    screens: /^palette/,
    where: /radix/,
    because: /obscured by another|too short/,
    decision:
      'No barrier: the commands scroll by themselves. Those beyond the edge, and their keys of one letter, are like those ' +
      'before it, which are measured.',
  },
  {
    rule: 'color-contrast',
    screens: /./,
    where: /data(?:\b|\[)/,
    because: /too short/,
    decision: 'No barrier: a count of one digit has the colour of counts of two, which are measured.',
  },
  {
    rule: 'color-contrast',
    screens: /^front-filters-open/,
    where: /./,
    because: /overlapped by another|overlaps other elements|obscured by another/,
    decision:
      'No barrier: the bar at the lower end of the window leads to the papers, and facets scroll on under it. Those above it are ' +
      'like those it covers, and are measured.',
  },
  {
    rule: 'color-contrast',
    screens: /^front|^extreme|^offline-search/,
    where: /h3|li|data|theme:|\.py-1|\.pl-3|button|summary|\.mb-4/,
    because: /obscured by another/,
    decision:
      'No barrier: facets scroll by themselves. Those beyond the edge are like those before it, which are measured.',
  },
]

export const decisionOn = (screen: string, { rule, where, why }: OpenQuestion): Decision | undefined =>
  DECISIONS.find(
    decision =>
      decision.rule === rule &&
      decision.screens.test(screen) &&
      decision.where.test(where) &&
      decision.because.test(why),
  )

import { displayText } from '../tex/display.ts'
import { DISPLAYED, DOLLARS, PARENTHESES } from '../text/mathsDelimiters.ts'
import { latexText } from './latex.ts'
import { NotSettable, TexChecker } from './texChecker.ts'

/** In characters; no title has more. */
const LENGTH_LIMIT = 5_000

/** The text as `check` gives it, or nothing where LaTeX would not set it. */
function settable(tex: string, check: (checker: TexChecker) => string): string | undefined {
  try {
    return check(new TexChecker(tex))
  } catch (error) {
    if (error instanceof NotSettable) return undefined
    throw error
  }
}

const FORMULA = new RegExp(`${DISPLAYED}|${DOLLARS}|${PARENTHESES}`, 'gs')

/**
 * A title that a source gave as TeX, as LaTeX sets it without packages: formulas as they came, text with its commands where these
 * are sound. Titles with unknown commands or unsound TeX are written as they are displayed.
 *
 * @param titleTex as received
 */
export function settableTitle(titleTex: string): string {
  if (titleTex.length > LENGTH_LIMIT) return latexText(displayText(titleTex))
  let result = ''
  let at = 0
  const textOf = (text: string): string => {
    const isTex = /[\\{]/.test(text)
    const checked = isTex ? settable(text, checker => checker.text()) : undefined
    return checked ?? latexText(displayText(text))
  }
  for (const { 0: source, 1: inDollars, 2: inParentheses, index } of titleTex.matchAll(FORMULA)) {
    const tex = inDollars ?? inParentheses ?? (source.startsWith('\\begin') ? undefined : source.slice(2, -2))
    const formula = tex === undefined ? undefined : settable(tex, checker => checker.maths())
    const written = formula === undefined ? latexText(displayText(source)) : `$${formula}$`
    result += textOf(titleTex.slice(at, index)) + written
    at = index + source.length
  }
  return result + textOf(titleTex.slice(at))
}

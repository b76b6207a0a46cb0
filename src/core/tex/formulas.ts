import { DISPLAYED, DOLLARS, PARENTHESES } from '../text/mathsDelimiters.ts'
import { LONGEST_READ } from '../text/text.ts'
import { ADDRESS_IN_TEXT } from '../text/textParts.ts'

/** A formula in a text, between delimiters or as an environment. */
export interface TexFormula {
  /** With its delimiters, as in the text. */
  source: string
  /** Without them. */
  tex: string
  /** On a line of its own. */
  displayed: boolean
}

/** A part of a text that is read: a formula, or what stands between formulas. */
export type ReadPart = { start: number } & ({ formula: TexFormula } | { text: string })

const CANDIDATE = new RegExp(`${ADDRESS_IN_TEXT.source}|${DISPLAYED}|${DOLLARS}|${PARENTHESES}`, 'gs')

/** More formulas than these are shown as they are. */
const MAX_FORMULAS = 100

/** Something that only maths has: a command, or what is raised or lowered. */
const MATHS = /\\[A-Za-z{}|,;!]|[\^_]/

/** Commands that lead elsewhere: what they say is not set as maths. */
const LINKING = /\\(?:href|url|includegraphics|html[A-Z])/

/** The formula that delimiters enclose, where it is certain that they do: simple ones have become plain text before. */
function formulaOf(source: string, inText: string | undefined): TexFormula | undefined {
  if (LINKING.test(source)) return undefined
  if (inText !== undefined) {
    return source.startsWith('\\') || MATHS.test(inText)
      ? { source, tex: inText, displayed: false }
      : undefined
  }
  if (/^https?:/.test(source)) return undefined
  return { source, tex: source.startsWith('\\begin') ? source : source.slice(2, -2), displayed: true }
}

/** Splits a shown text at its formulas; the parts joined are the text. */
export function readParts(text: string): ReadPart[] {
  if (text.length > LONGEST_READ) return [{ text, start: 0 }]
  const parts: ReadPart[] = []
  let at = 0
  let formulas = 0
  for (const { 0: source, 1: inDollars, 2: inParentheses, index } of text.matchAll(CANDIDATE)) {
    const formula = formulaOf(source, inDollars ?? inParentheses)
    if (!formula) continue
    if (formulas++ === MAX_FORMULAS) break
    if (index > at) parts.push({ text: text.slice(at, index), start: at })
    parts.push({ formula, start: index })
    at = index + source.length
  }
  if (at < text.length) parts.push({ text: text.slice(at), start: at })
  return parts
}

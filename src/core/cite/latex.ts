import { MATHS } from '../tex/symbols.ts'

/** Text as pdfLaTeX sets it without any package, whichever characters it has. Files are UTF-8. */

const ESCAPES: Record<string, string> = {
  '\\': '{\\textbackslash}',
  '~': '{\\textasciitilde}',
  '^': '{\\textasciicircum}',
  '<': '{\\textless}',
  '>': '{\\textgreater}',
  '|': '{\\textbar}',
  // BibTeX counts braces, with a backslash before them or not.
  '{': '{\\textbraceleft}',
  '}': '{\\textbraceright}',
}

/** Signs that TeX reads as another one where two of them meet: `--`, ``` `` ```, `''`, ``?` ``. */
const LIGATURE = /(?<=-)-|(?<=')'|(?<=[`?!])`/g

/** Of several commands for one sign, the one that readers of BibTeX know. */
const PREFERRED = 'leq geq neq rightarrow leftarrow times pm mu cdot in'.split(' ')
const COMMANDS: ReadonlyMap<string, string> = new Map([
  ...Object.entries(MATHS).map(([name, sign]): [string, string] => [sign, `\\${name}`]),
  ...PREFERRED.map((name): [string, string] => [MATHS[name] ?? '', `\\${name}`]),
  ['÷', '\\div'],
  ['⇒', '\\Rightarrow'],
  ['⇔', '\\Leftrightarrow'],
  ['¬', '\\neg'],
  ['∧', '\\wedge'],
  ['∨', '\\vee'],
  ['⊃', '\\supset'],
  ['⊇', '\\supseteq'],
  ['≃', '\\simeq'],
  ['≅', '\\cong'],
  ['⊤', '\\top'],
  ['⊥', '\\perp'],
  ['∥', '\\parallel'],
  ['∑', '\\sum'],
  ['∏', '\\prod'],
  ['∫', '\\int'],
  ['√', '\\surd'],
  ['∅', '\\emptyset'],
  ['↦', '\\mapsto'],
  ['⌈', '\\lceil'],
  ['⌉', '\\rceil'],
  ['⌊', '\\lfloor'],
  ['⌋', '\\rfloor'],
  ['ς', '\\varsigma'],
  ['♯', '\\sharp'],
  ['♭', '\\flat'],
  ['•', '\\bullet'],
  ['′', "'"],
  ['″', "''"],
  ['✓', '\\surd'],
  ['★', '\\star'],
  ['−', '-'],
  ['Δ', '\\Delta'],
  ['Ω', '\\Omega'],
])

const RAISED = '⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻ⁿⁱ'
const LOWERED = '₀₁₂₃₄₅₆₇₈₉'
const PLAIN = '0123456789+-ni'

/** The sign as a command of TeX's mathematics, without dollars. */
export const mathsCommand = (sign: string): string | undefined => {
  const raised = RAISED.indexOf(sign)
  const lowered = LOWERED.indexOf(sign)
  if (raised >= 0) return `{}^{${PLAIN[raised]}}`
  if (lowered >= 0) return `{}_{${PLAIN[lowered]}}`
  return COMMANDS.get(sign)
}

/** Signs that are written as TeX in a text: readers of BibTeX give them back. Others stay, and the preamble defines them. */
const AS_TEX = /[ΓΔΘΛΞΠΣΦΨα-ηκλν-ρσ-ψϑϕϵ]/u

const scripted = (sign: string, from: string, characters: string): string => {
  const plain = [...characters].map(character => PLAIN[from.indexOf(character)]).join('')
  return `$${sign}${plain.length === 1 ? plain : `{${plain}}`}$`
}

/** Signs with a meaning in mathematics as TeX; letters, and words in Greek, stay as they are. */
const withMaths = (text: string): string =>
  text
    .replace(new RegExp(`[${RAISED}]+`, 'g'), characters => scripted('^', RAISED, characters))
    .replace(new RegExp(`[${LOWERED}]+`, 'g'), characters => scripted('_', LOWERED, characters))
    .replace(new RegExp(AS_TEX, 'gu'), (sign, at: number, whole: string) => {
      const command = COMMANDS.get(sign)
      const isInWord = /\p{Script=Greek}/u.test((whole[at - 1] ?? '') + (whole[at + 1] ?? ''))
      return command === undefined || (isInWord && /\p{Script=Greek}/u.test(sign)) ? sign : `$${command}$`
    })

/** Text that means to TeX what it says. */
export const latexText = (text: string): string =>
  withMaths(
    text
      .replace(/[\\~^<>|{}%&#_$]/g, sign => ESCAPES[sign] ?? `\\${sign}`)
      .replace(LIGATURE, sign => `{}${sign}`),
  )

/** Letters of a name: signs stay as they are. */
export const latexName = (text: string): string =>
  text
    .replace(/[\\~^<>|{}%&#_$]/g, sign => ESCAPES[sign] ?? `\\${sign}`)
    .replace(LIGATURE, sign => `{}${sign}`)

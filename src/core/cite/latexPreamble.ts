import { mathsCommand } from './latex.ts'

/**
 * Definitions that pdfLaTeX needs before a text: commands of packages, and characters that it cannot set. Each applies only
 * if it is undefined, so that a document with the package or the fonts keeps its own.
 */

/** Commands of packages in the terms of LaTeX itself. */
const MACROS: Record<string, string> = {
  mathbb: '#1{\\mathbf{#1}}',
  mathfrak: '#1{\\mathbf{#1}}',
  mathscr: '#1{\\mathcal{#1}}',
  mathds: '#1{\\mathbf{#1}}',
  boldsymbol: '#1{\\mbox{\\boldmath$#1$}}',
  bm: '#1{\\mbox{\\boldmath$#1$}}',
  pmb: '#1{\\mbox{\\boldmath$#1$}}',
  text: '#1{\\mbox{#1}}',
  operatorname: '#1{\\mathrm{#1}}',
  lesssim: '{\\stackrel{<}{\\sim}}',
  gtrsim: '{\\stackrel{>}{\\sim}}',
  leqslant: '{\\leq}',
  geqslant: '{\\geq}',
  varnothing: '{\\emptyset}',
  square: '{\\Box}',
  Box: '{\\bigcirc}',
  dfrac: '#1#2{\\frac{#1}{#2}}',
  tfrac: '#1#2{\\frac{#1}{#2}}',
  binom: '#1#2{{#1\\choose #2}}',
  overset: '#1#2{\\stackrel{#1}{#2}}',
  underset: '#1#2{\\mathop{#2}\\limits_{#1}}',
  xspace: '{}',
}
const PACKAGE_COMMANDS: readonly string[] = Object.keys(MACROS)

/** Commands of fonts in the encoding T1, which the encoding that LaTeX begins with has not: each with a likeness. */
const T1_COMMANDS: Record<string, { characters: string; likeness: string }> = {
  k: {
    characters: 'ĄąĘęĮįŲųǪǫ˛',
    likeness: '#1{\\leavevmode\\rlap{\\kern.2em\\lower.6ex\\hbox{\\tiny,}}#1}',
  },
  dj: {
    characters: 'đ',
    likeness: '{\\leavevmode\\hbox{d\\llap{\\vrule height.6em depth-.56em width.3em}}}',
  },
  DJ: {
    characters: 'Đ',
    likeness: '{\\leavevmode\\hbox{\\rlap{\\vrule height.37em depth-.33em width.35em}D}}',
  },
  DH: {
    characters: 'Ð',
    likeness: '{\\leavevmode\\hbox{\\rlap{\\vrule height.37em depth-.33em width.35em}D}}',
  },
  dh: {
    characters: 'ð',
    likeness: '{\\leavevmode\\hbox{d\\llap{\\vrule height.6em depth-.56em width.3em}}}',
  },
  th: { characters: 'þ', likeness: '{\\leavevmode\\hbox{\\rlap{b}p}}' },
  TH: { characters: 'Þ', likeness: '{\\leavevmode\\hbox{\\rlap{I}\\kern.08em p}}' },
  ng: { characters: 'ŋ', likeness: '{\\leavevmode\\hbox{n\\llap{\\j}}}' },
  NG: { characters: 'Ŋ', likeness: '{\\leavevmode\\hbox{N\\llap{\\j}}}' },
  guillemetleft: { characters: '«', likeness: '{\\ensuremath{\\ll}}' },
  guillemetright: { characters: '»', likeness: '{\\ensuremath{\\gg}}' },
  guillemotleft: { characters: '«', likeness: '{\\ensuremath{\\ll}}' },
  guillemotright: { characters: '»', likeness: '{\\ensuremath{\\gg}}' },
  guilsinglleft: { characters: '‹', likeness: '{\\ensuremath{<}}' },
  guilsinglright: { characters: '›', likeness: '{\\ensuremath{>}}' },
  quotedblbase: { characters: '„', likeness: '{,,}' },
  quotesinglbase: { characters: '‚', likeness: '{,}' },
}

/** Characters that LaTeX from 2018 on sets in any document: letters of Europe, quotation marks, dashes. */
const SETTABLE =
  /[\u00a0-\u00aa\u00ac-\u00ba\u00bc-\u00cf\u00d1-\u00dd\u00df-\u00ef\u00f1-\u00fd\u00ff-\u0103\u0106-\u010f\u0112-\u0117\u011a-\u0125\u0128-\u012d\u0130-\u0137\u0139-\u013e\u0141-\u0148\u014c-\u0165\u0168-\u0171\u0174-\u017e\u01cd-\u01d4\u01e6-\u01e9\u01f0\u01f4\u01f5\u0218-\u021b\u2013\u2014\u2018\u2019\u201c\u201d\u2020\u2021\u2026]/

/** Accents that stand alone over, or under, what is already a letter. `#` is it. */
const ACCENTS: Record<string, string> = {
  ...{ '\u0300': '\\`', '\u0301': "\\'", '\u0302': '\\^', '\u0303': '\\~', '\u0304': '\\=', '\u0306': '\\u' },
  ...{ '\u0307': '\\.', '\u0308': '\\"', '\u030a': '\\r', '\u030b': '\\H', '\u030c': '\\v' },
  ...{ '\u0323': '\\d', '\u0327': '\\c', '\u0331': '\\b' },
}
/** Without an accent of LaTeX: a hook above, a horn, a comma below, an ogonek. */
const LIKE_ACCENTS: Record<string, (letter: string) => string> = {
  '\u0309': letter => `\\rlap{\\kern.15em\\raise1ex\\hbox{\\tiny ?}}${letter}`,
  '\u031b': letter => `${letter}\\llap{\\raise.8ex\\hbox{\\tiny '}}`,
  '\u0326': letter => `\\rlap{\\kern.15em\\lower.8ex\\hbox{\\tiny,}}${letter}`,
  '\u0328': letter => `\\rlap{\\kern.2em\\lower.6ex\\hbox{\\tiny,}}${letter}`,
}

/** A Latin letter with marks: the first accent by LaTeX, more of them over it. */
function accented(character: string): string | undefined {
  const [base = '', ...marks] = character.normalize('NFD')
  if (!/^[A-Za-zı]$/.test(base) || marks.length === 0) return undefined
  let letter = base === 'ı' ? '\\i' : base
  let above = 0
  for (const mark of marks) {
    const accent = Object.hasOwn(ACCENTS, mark) ? ACCENTS[mark] : undefined
    const like = Object.hasOwn(LIKE_ACCENTS, mark) ? LIKE_ACCENTS[mark] : undefined
    if (accent === undefined && like === undefined) return undefined
    if (like) letter = like(letter)
    else if (letter === base || letter === '\\i') letter = `${accent}{${letter}}`
    else letter = `\\rlap{\\raise${++above * 0.6}ex\\hbox{${accent}{}}}${letter}`
  }
  return `\\leavevmode\\hbox{${letter}}`
}

/** Letters of Greek that look like Latin ones, and those. */
const GREEK = 'ΑΒΕΖΗΙΚΜΝΟΡΤΥΧο'
const LATIN = 'ABEZHIKMNOPTYXo'
const GREEK_ACCENTS: Record<string, string> = { '\u0301': '\\acute', '\u0308': '\\ddot', '\u0300': '\\grave' }

/** A Greek letter, of a word: those of mathematics, with their accents. */
function greekLetter(character: string): string | undefined {
  const [base = '', ...marks] = character.normalize('NFD')
  const alike = LATIN[GREEK.indexOf(base)]
  const letter = alike === undefined ? mathsCommand(base) : `\\mathrm{${alike}}`
  if (letter === undefined || !/\p{Script=Greek}/u.test(base)) return undefined
  const accents = marks.map(mark => GREEK_ACCENTS[mark])
  if (accents.includes(undefined)) return undefined
  return `\\ensuremath{${accents.reduce((whole, accent) => `${accent}{${whole}}`, letter)}}`
}

/** Letters of mathematics by their styles, in the order of their code points from U+1D400 on. */
const STYLES = ['bf', 'it', 'bf', 'cal', 'cal', 'bf', 'bf', 'bf', 'sf', 'sf', 'sf', 'sf', 'tt']

function letterOfMaths(character: string): string | undefined {
  const plain = character.normalize('NFKC')
  if (!/^[A-Za-z\d]$/.test(plain) || plain === character) return undefined
  const at = (character.codePointAt(0) ?? 0) - 0x1d400
  const style = at < 0 ? 'bf' : (STYLES[Math.floor(at / 52)] ?? 'bf')
  return `\\ensuremath{\\math${style === 'cal' && /[a-z]/.test(plain) ? 'it' : style}{${plain}}}`
}

/** Commands that pdfLaTeX prints for a character: its likeness, nothing where nothing is seen, else its number. */
function likenessOf(character: string): string {
  if (/[\p{Cf}\p{Mn}]/u.test(character)) return ''
  const maths = mathsCommand(character)
  if (maths !== undefined) return `\\ensuremath{${maths}}`
  const letter = accented(character) ?? greekLetter(character) ?? letterOfMaths(character)
  if (letter !== undefined) return letter
  return `[U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}]`
}

/** Defines what has this name, unless it means something already. */
const provided = (name: string, definition: string): string =>
  `\\ifcsname ${name}\\endcsname\\else\\expandafter\\gdef\\csname ${name}\\endcsname${definition}\\fi`

/** LaTeX looks characters up by this name (utf8.def). */
const definitionOf = (character: string): string =>
  provided(`u8:\\detokenize{${character}}`, `{${likenessOf(character)}}`)

/**
 * The `@preamble` that entries of BibTeX need to be set by pdfLaTeX, with the end of its line; empty where they need none.
 *
 * @param entry in TeX, as it is written
 */
export function latexPreamble(entry: string): string {
  const commands = new Set(Array.from(entry.matchAll(/\\([A-Za-z]+)/g), ([, name]) => name ?? ''))
  const characters = [...new Set(entry)].filter(each => each > '\u007f' && !SETTABLE.test(each))
  const ofT1 = Object.entries(T1_COMMANDS).filter(
    ([name, { characters: likened }]) =>
      commands.has(name) || characters.some(character => likened.includes(character)),
  )
  const others = characters.filter(
    each => !ofT1.some(([, { characters: likened }]) => likened.includes(each)),
  )
  const definitions = [
    ...PACKAGE_COMMANDS.filter(name => commands.has(name)).map(name => provided(name, MACROS[name] ?? '')),
    // Commands that an encoding has not are looked up under a question mark.
    ...ofT1.map(([name, { likeness }]) => provided(`?\\string\\${name}`, likeness)),
    // Where the package CJK sets characters, they are its own.
    ...(others.length === 0 ? [] : [`\\ifx\\CJK\\undefined ${others.map(definitionOf).join('')}\\fi`]),
  ]
  // A box that is never printed keeps what is in it from being read as text, by TeX and by other readers of BibTeX.
  return definitions.length === 0 ? '' : `@preamble{{\\setbox0\\hbox{\\vphantom{${definitions.join('')}}}}}\n`
}

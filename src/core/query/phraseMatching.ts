import { analyze, areJoined } from '../text/analyze.ts'

const ASCII = /^[\0-\x7f]*$/
const POSSESSIVE = /(?<=[a-z0-9])'s(?![a-z0-9])(?!'[a-z0-9])/g
const INNER_APOSTROPHE = /(?<=[a-z0-9])'(?=[a-z0-9])/g

/** By ASCII code, whether a character belongs to a word of a folded text. All others do: it has no other signs. */
const ASCII_WORD = Uint8Array.from({ length: 128 }, (_, code) =>
  /[a-z0-9]/.test(String.fromCharCode(code)) ? 1 : 0,
)

/** Whether a character of a folded text belongs to a word; outside of the text there is none. */
function isWordAt(folded: string, at: number): boolean {
  const code = folded.charCodeAt(at)
  return code > 127 || ASCII_WORD[code] === 1
}

/** The hyphenated runs of words in a folded text, each without its hyphens, between single spaces. */
function joinedIn(folded: string): string {
  let runs = ' '
  for (let hyphen = folded.indexOf('-'); hyphen >= 0; ) {
    let end = hyphen + 1
    if (isWordAt(folded, hyphen - 1) && isWordAt(folded, end)) {
      let start = hyphen
      while (isWordAt(folded, start - 1)) start--
      while (isWordAt(folded, end) || (folded[end] === '-' && isWordAt(folded, end + 1))) end++
      runs += `${folded.slice(start, end).replaceAll('-', '')} `
    }
    hyphen = folded.indexOf('-', end)
  }
  return runs
}

/** Whether terms stand one after another in a folded text, with nothing but signs between them. */
function hasRun(folded: string, terms: readonly string[], rarest: number): boolean {
  const sought = terms[rarest] as string
  for (let at = folded.indexOf(sought); at >= 0; at = folded.indexOf(sought, at + 1)) {
    if (!isWordAt(folded, at - 1) && runsOn(folded, at, terms, rarest) && runsUpTo(folded, at, terms, rarest))
      return true
  }
  return false
}

/** Whether the terms from one on stand one after another from a place on where the first of them stands. */
function runsOn(folded: string, at: number, terms: readonly string[], from: number): boolean {
  let end = at
  for (let i = from; i < terms.length; i++) {
    const term = terms[i] as string
    if (i > from) {
      while (end < folded.length && !isWordAt(folded, end)) end++
      if (!folded.startsWith(term, end)) return false
    }
    end += term.length
    if (isWordAt(folded, end)) return false
  }
  return true
}

/** Whether the terms before one stand one after another up to a place. */
function runsUpTo(folded: string, at: number, terms: readonly string[], before: number): boolean {
  let start = at
  for (let i = before - 1; i >= 0; i--) {
    const term = terms[i] as string
    while (start > 0 && !isWordAt(folded, start - 1)) start--
    start -= term.length
    if (start < 0 || !folded.startsWith(term, start) || isWordAt(folded, start - 1)) return false
  }
  return true
}

/** Stands between texts that no phrase runs across: like a word, but folding leaves none that has it. */
const BARRIER = ' \u00ff '

const folded = (text: string): string => {
  if (!ASCII.test(text)) return wordsIn(text)
  const lower = text.toLowerCase()
  return lower.includes("'") ? lower.replace(POSSESSIVE, '').replace(INNER_APOSTROPHE, '') : lower
}

/** Words and the hyphens that join them are all that is left of a text that is not ASCII. */
function wordsIn(text: string): string {
  let words = ''
  let end = 0
  for (const { term, ...token } of analyze(text).words) {
    words += (words === '' ? '' : areJoined(text, end, token.start) ? '-' : ' ') + term
    end = token.end
  }
  return words
}

/** One or several texts for strict matching, prepared as far as they are looked into. */
export class PhraseText {
  readonly #texts: readonly string[]
  #folded: string | undefined
  #joined: string | undefined

  constructor(...texts: readonly string[]) {
    this.#texts = texts
  }

  /** The words as `analyze` finds them, with signs between them. Most texts are ASCII, which is folded at once. */
  get folded(): string {
    this.#folded ??= this.#texts.map(folded).join(BARRIER)
    return this.#folded
  }

  prepare(): void {
    this.joined
  }

  /** The joined forms, between single spaces. */
  get joined(): string {
    this.#joined ??= joinedIn(this.folded)
    return this.#joined
  }

  /**
   * Whether it contains a word or phrase, word for word. Hyphens do not decide: `kv-cache`, `KV cache` and `kvcache`
   * find `KV-cache`, and `kv-cache` finds all three.
   */
  contains({ terms, rarest, one, spacedOne, isHyphenated }: PreparedPhrase): boolean {
    if (terms.length === 0) return false
    if (hasRun(this.folded, terms, rarest)) return true
    return this.joined.includes(spacedOne) || (isHyphenated && hasRun(this.folded, [one], 0))
  }
}

/** A run of words as plain JSON. */
export interface Phrase {
  /** Folded, as `analyze` gives them. */
  terms: string[]
  /** Whether it was written with a hyphen: then texts that write it as one word match, too. */
  isHyphenated: boolean
}

/** A phrase made ready for many texts. */
export interface PreparedPhrase extends Phrase {
  /** The index of the term that is looked for first: the longest, since long words are rare. */
  rarest: number
  /** The terms as one word, alone and between spaces. */
  one: string
  spacedOne: string
}

export function phraseOf(text: string): Phrase {
  const { words, joined } = analyze(text)
  return { terms: words.map(({ term }) => term), isHyphenated: joined.length > 0 }
}

export function preparePhrase({ terms, isHyphenated }: Phrase): PreparedPhrase {
  const one = terms.join('')
  const rarest = terms.reduce(
    (best, term, at) => (term.length > (terms[best] as string).length ? at : best),
    0,
  )
  return { terms, isHyphenated, rarest, one, spacedOne: ` ${one} ` }
}

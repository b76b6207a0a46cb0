import { fold } from '../text.ts'

/** A word of a text and where it stands, in UTF-16 code units of that text. */
interface Token {
  /** Folded: lower case, no accents, no apostrophes, no possessive `'s`. */
  term: string
  start: number
  end: number
}

export interface Analysis {
  words: Token[]
  /** Hyphenated runs of words as one term each: `KV-cache` gives `kvcache`, `GPT-4o` gives `gpt4o`. */
  joined: Token[]
}

/** Letters, digits and their marks; an apostrophe counts inside a word. */
const WORD = /[\p{L}\p{N}\p{M}]+(?:['’][\p{L}\p{N}\p{M}]+)*/gu

const HYPHEN = /^[-\u2010\u2011]$/

/** Most texts and nearly all words are plain, and these are read several times as fast. */
const PLAIN_TEXT = /^[\0-\x7f]*$/
const PLAIN_WORD = /[A-Za-z0-9]+(?:'[A-Za-z0-9]+)*/g
const PLAIN = /^[A-Za-z0-9]+$/

const termOf = (word: string): string =>
  PLAIN.test(word)
    ? word.toLowerCase()
    : fold(word)
        .replace(/['’]s$/, '')
        .replace(/[^\p{L}\p{N}]+/gu, '')

/** Splits a text into words and joined forms. Corpus and queries are both analysed by this one function. */
export function analyze(text: string): Analysis {
  const words: Token[] = []
  const joined: Token[] = []
  let run: Token | undefined
  for (const match of text.matchAll(PLAIN_TEXT.test(text) ? PLAIN_WORD : WORD)) {
    const term = termOf(match[0])
    if (term === '') continue
    const token = { term, start: match.index, end: match.index + match[0].length }
    const previous = words.at(-1)
    words.push(token)
    if (previous && HYPHEN.test(text.slice(previous.end, token.start))) {
      run = { term: (run ?? previous).term + term, start: (run ?? previous).start, end: token.end }
      if (joined.at(-1)?.start === run.start) joined.pop()
      joined.push(run)
    } else {
      run = undefined
    }
  }
  return { words, joined }
}

/** The words of a text between single spaces, with one before and after: made for `includes(' some phrase ')`. */
const padded = (tokens: readonly Token[]): string => ` ${tokens.map(({ term }) => term).join(' ')} `

/** A text prepared for strict matching. */
export interface StrictText {
  words: string
  joined: string
}

export function strictText(text: string): StrictText {
  const { words, joined } = analyze(text)
  return { words: padded(words), joined: padded(joined) }
}

/**
 * Whether a text contains a word or phrase, word for word. Hyphens do not decide: `kv-cache`, `KV cache` and
 * `kvcache` find `KV-cache`, and `kv-cache` finds all three.
 */
export function containsStrictly(text: StrictText, sought: StrictText): boolean {
  if (sought.words === '  ') return false
  if (text.words.includes(sought.words)) return true
  const one = ` ${sought.words.replaceAll(' ', '')} `
  return text.joined.includes(one) || (sought.joined.trim() !== '' && text.words.includes(one))
}

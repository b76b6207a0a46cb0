import { fold } from './text.ts'

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

/** By ASCII code, whether a character belongs to words. */
const ASCII_WORD = Uint8Array.from({ length: 128 }, (_, code) =>
  /[A-Za-z0-9]/.test(String.fromCharCode(code)) ? 1 : 0,
)
const WORD_CHARACTER = /[\p{L}\p{N}\p{M}]/u

/** Code units of the letter, digit or mark that stands at a place of a text; 0 where something else does. */
function widthBeyondAscii(text: string, at: number): number {
  const point = text.codePointAt(at)
  if (point === undefined || !WORD_CHARACTER.test(String.fromCodePoint(point))) return 0
  return point > 0xffff ? 2 : 1
}

function isWordAt(text: string, at: number): boolean {
  const code = text.charCodeAt(at)
  return code < 128 ? ASCII_WORD[code] === 1 : widthBeyondAscii(text, at) > 0
}

const isApostrophe = (code: number): boolean => code === 0x27 || code === 0x2019

/** Called with the place of a word, and whether it is of ASCII letters and digits alone. */
type WordVisitor = (start: number, end: number, isPlain: boolean) => void

/**
 * Finds the words of a text, in order: runs of letters, digits and their marks; an apostrophe counts inside a word.
 * One pass, and nothing is made of words that the visitor does not want.
 */
export function forEachWord(text: string, visit: WordVisitor): void {
  let start = -1
  let isPlain = true
  for (let at = 0; at < text.length; ) {
    const code = text.charCodeAt(at)
    const width = code < 128 ? (ASCII_WORD[code] as number) : widthBeyondAscii(text, at)
    if (width > 0) {
      if (start < 0) {
        start = at
        isPlain = true
      }
      if (code > 127) isPlain = false
      at += width
    } else {
      if (start >= 0) {
        if (isApostrophe(code) && isWordAt(text, at + 1)) isPlain = false
        else {
          visit(start, at, isPlain)
          start = -1
        }
      }
      at++
    }
  }
  if (start >= 0) visit(start, text.length, isPlain)
}

/** A word as it is looked for; empty where only marks stood. */
export const termOf = (word: string, isPlain: boolean): string =>
  isPlain
    ? word.toLowerCase()
    : fold(word)
        .replace(/['’]s$/, '')
        .replace(/[^\p{L}\p{N}]+/gu, '')

const HYPHEN = /[-\u2010\u2011]/
const isHyphen = (code: number): boolean => code === 0x2d || code === 0x2010 || code === 0x2011

/** Whether nothing but a hyphen stands between two words, one ending at `end`, the next starting at `start`. */
export const areJoined = (text: string, end: number, start: number): boolean =>
  start === end + 1 && isHyphen(text.charCodeAt(end))

/** A hyphenated run of words as one term. */
export const joinedTerm = (run: string): string =>
  run
    .split(HYPHEN)
    .map(word => termOf(word, false))
    .join('')

/** Splits a text into words and joined forms. Corpus and queries are both analysed by this one function. */
export function analyze(text: string): Analysis {
  const words: Token[] = []
  const joined: Token[] = []
  let previous: Token | undefined
  let run: Token | undefined
  forEachWord(text, (start, end, isPlain) => {
    const term = termOf(text.slice(start, end), isPlain)
    if (term === '') return
    const token = { term, start, end }
    words.push(token)
    if (previous && areJoined(text, previous.end, start)) {
      if (run) joined.pop()
      const first = run ?? previous
      run = { term: first.term + term, start: first.start, end }
      joined.push(run)
    } else {
      run = undefined
    }
    previous = token
  })
  return { words, joined }
}

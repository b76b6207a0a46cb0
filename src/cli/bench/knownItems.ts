import { fold } from '#core/text/text.ts'
import type { Document } from '../shared/collections.ts'
import { Random } from './random.ts'

/** The ways in which somebody types a title that they half remember. */
export const KINDS = ['exact', 'typo1', 'typo2', 'prefix'] as const
export type Kind = (typeof KINDS)[number]

/** A document, and queries that mean it. */
export interface KnownItem {
  id: string
  queries: Record<Kind, string>
}

const MISSPELLABLE = /^\p{L}{5,}$/u
const CUTTABLE = /^\p{L}{4,}$/u
const ALPHABET = [...'abcdefghijklmnopqrstuvwxyz']

/** The words of a title as a person types them: without the punctuation around them. */
const wordsOf = (title: string): string[] =>
  title
    .split(/\s+/)
    .map(word => word.replace(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}]+$/gu, ''))
    .filter(word => word !== '')

/**
 * A word with one edit: a letter inserted, left out, replaced, or exchanged with its neighbour, all four equally
 * likely. The first letter stays, as it does in most real typing errors.
 */
export function misspelt(word: string, random: Random): string {
  const letters = [...word]
  for (;;) {
    const at = 1 + random.below(letters.length - 1)
    const letter = random.pick(ALPHABET) as string
    const pair = Math.min(at, letters.length - 2)
    const edited = [
      letters.toSpliced(at, 0, letter),
      letters.toSpliced(at, 1),
      letters.toSpliced(at, 1, letter),
      letters.toSpliced(pair, 2, letters[pair + 1] as string, letters[pair] as string),
    ][random.below(4)] as string[]
    // Two equal neighbours exchanged, or a letter replaced by itself.
    if (edited.join('') !== word) return edited.join('')
  }
}

function queriesFrom(words: readonly string[], random: Random): Record<Kind, string> {
  const [first = 0, second = 0] = random.shuffled(
    [...words.keys()].filter(at => MISSPELLABLE.test(words[at] ?? '')),
  )
  const typo1 = words.with(first, misspelt(words[first] ?? '', random))
  const typo2 = typo1.with(second, misspelt(words[second] ?? '', random))
  const last = [...(words.at(-1) ?? '')]
  const beginning = last.slice(0, 3 + random.below(last.length - 3)).join('')
  const queries = { exact: words, typo1, typo2, prefix: words.with(-1, beginning) }
  return Object.fromEntries(KINDS.map(kind => [kind, queries[kind].join(' ')])) as Record<Kind, string>
}

/** Which titles have a word. */
function titlesByWord(titles: readonly (readonly string[])[]): Map<string, Set<number>> {
  const byWord = new Map<string, Set<number>>()
  titles.forEach((words, title) => {
    for (const word of words.map(fold)) byWord.set(word, (byWord.get(word) ?? new Set()).add(title))
  })
  return byWord
}

/**
 * Queries for `count` random documents, the same for the same seed: 3 or 4 consecutive words of the title as they
 * are; with one random edit in one word; with one in each of two words; and with the last word cut to a beginning of
 * 3 letters or more. Words are edited that consist of 5 letters or more.
 *
 * No other title has all the words of an exact query: otherwise there is no single right answer ("large language
 * models"), and even a perfect engine would reach an MRR of .94 only. Documents whose title offers no such words are
 * passed over, so fewer than `count` may come.
 */
export function knownItems(documents: readonly Document[], count: number, seed: number): KnownItem[] {
  const random = new Random(seed)
  const titles = documents.map(({ title }) => wordsOf(title))
  const byWord = titlesByWord(titles)
  const isUnique = (words: readonly string[]): boolean => {
    const sets = words
      .map(word => byWord.get(fold(word)) ?? new Set<number>())
      .sort((a, b) => a.size - b.size)
    const others = sets.slice(1)
    return [...(sets[0] ?? [])].filter(title => others.every(set => set.has(title))).length === 1
  }
  const suits = (words: readonly string[]): boolean =>
    words.filter(word => MISSPELLABLE.test(word)).length >= 2 &&
    CUTTABLE.test(words.at(-1) ?? '') &&
    isUnique(words)

  const items: KnownItem[] = []
  for (const at of random.shuffled([...documents.keys()])) {
    if (items.length === count) break
    const title = titles[at] ?? []
    const length = 3 + random.below(2)
    const windows = [...title.keys()].map(start => title.slice(start, start + length))
    const words = random.pick(windows.filter(window => window.length === length && suits(window)))
    if (words) items.push({ id: documents[at]?.id as string, queries: queriesFrom(words, random) })
  }
  return items
}

import { fold } from '#core/text/text.ts'
import type { CollectionDocument } from '../shared/collections.ts'
import { Random } from './random.ts'

/** Kinds of queries for a half-remembered title. */
export const TITLE_QUERY_KINDS = ['exact', 'typo1', 'typo2', 'prefix'] as const
export type TitleQueryKind = (typeof TITLE_QUERY_KINDS)[number]

/** A document, and queries for it. */
export interface KnownItem {
  id: string
  queries: Record<TitleQueryKind, string>
}

const MISSPELLABLE = /^\p{L}{5,}$/u
const CUTTABLE = /^\p{L}{4,}$/u
const ALPHABET = [...'abcdefghijklmnopqrstuvwxyz']

/** The words of a title as people type them: without surrounding punctuation. */
const wordsOf = (title: string): string[] =>
  title
    .split(/\s+/)
    .map(word => word.replace(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}]+$/gu, ''))
    .filter(word => word !== '')

/**
 * A word with one random edit: a letter inserted, left out, replaced, or swapped with its neighbour, equally likely. The
 * first letter stays, as in most real typing errors.
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
    // Not changed by swapping equal letters or by replacing a letter with itself.
    if (edited.join('') !== word) return edited.join('')
  }
}

function queriesFrom(words: readonly string[], random: Random): Record<TitleQueryKind, string> {
  const [first = 0, second = 0] = random.shuffled(
    [...words.keys()].filter(at => MISSPELLABLE.test(words[at] ?? '')),
  )
  const typo1 = words.with(first, misspelt(words[first] ?? '', random))
  const typo2 = typo1.with(second, misspelt(words[second] ?? '', random))
  const last = [...(words.at(-1) ?? '')]
  const beginning = last.slice(0, 3 + random.below(last.length - 3)).join('')
  const queries = { exact: words, typo1, typo2, prefix: words.with(-1, beginning) }
  return Object.fromEntries(TITLE_QUERY_KINDS.map(kind => [kind, queries[kind].join(' ')])) as Record<
    TitleQueryKind,
    string
  >
}

/** Word → the titles that contain it. */
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
 * 3 letters or more. Only words of 5 letters or more are edited.
 *
 * No other title has all the words of an exact query: otherwise there is no single right answer ("large language
 * models"), and even a perfect engine would reach an MRR of .94 only. Documents whose title offers no such words are
 * skipped, so the result may be shorter than `count`.
 */
export function knownItems(
  documents: readonly CollectionDocument[],
  count: number,
  seed: number,
): KnownItem[] {
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

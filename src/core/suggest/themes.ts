import type { Theme } from '../papers/theme.ts'
import { analyze } from '../text/analyze.ts'

type NamedTheme = Pick<Theme, 'id' | 'label'>

const termsOf = (text: string): string[] => analyze(text).words.map(({ term }) => term)

/** Whether each word begins a word of the theme's id or label. */
export function isNamedBy({ id, label }: NamedTheme, typed: string): boolean {
  const names = termsOf(`${id} ${label}`)
  return termsOf(typed).every(term => names.some(name => name.startsWith(term)))
}

/** One letter names nothing yet. */
const MIN_LETTERS = 2

/**
 * The themes that the last of these words name, and by how many of them: as many as fit. `entropy kv cach` names the
 * theme KV caching by its last two.
 */
export function themesNamedBy<T extends NamedTheme>(
  themes: readonly T[],
  words: readonly string[],
): { theme: T; words: number }[] {
  const named = themes.flatMap(theme => {
    let count = 0
    while (count < words.length && names(theme, words[words.length - 1 - count] as string)) count++
    const typed = words.slice(words.length - count).join('')
    return typed.length < MIN_LETTERS ? [] : [{ theme, words: count }]
  })
  return named.sort((a, b) => b.words - a.words)
}

const names = (theme: NamedTheme, word: string): boolean =>
  /[\p{L}\p{N}]/u.test(word) && isNamedBy(theme, word)

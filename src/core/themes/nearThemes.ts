import type { Theme } from '../papers/theme.ts'
import { analyze } from '../text/analyze.ts'
import { editsFrom, MAX_LENGTH } from '../text/editDistance.ts'

/** Letters per edit: up to one edit in this number of letters is a slip of the pen; with more, it is another name. */
const LETTERS_AN_EDIT = 3

/** Words that begin alike are taken for forms of one: `cache`, `caching`. */
const BEGINNING = 4

const wordsOf = (text: string): string[] => analyze(text).words.map(({ term }) => term)

const beginningsOf = (text: string): string[] =>
  wordsOf(text)
    .filter(({ length }) => length >= BEGINNING)
    .map(word => word.slice(0, BEGINNING))

/** As far as it is compared. */
const written = (text: string): string => wordsOf(text).join(' ').slice(0, MAX_LENGTH)

/** How many words of a name a theme has: in whole in its id, or by their beginnings. */
function sharedWords({ id, label }: Pick<Theme, 'id' | 'label'>, name: string): number {
  const own = new Set([...wordsOf(id), ...beginningsOf(`${id} ${label}`)])
  return new Set([...wordsOf(name), ...beginningsOf(name)].filter(word => own.has(word))).size
}

/**
 * The themes that may have been meant by a name that none has: those spelt much like it, by id or label, the most alike
 * first; then those that share a word with it, the more words the earlier.
 */
export function nearThemes<T extends Pick<Theme, 'id' | 'label'>>(
  themes: readonly T[],
  name: string,
  most: number,
): T[] {
  const sought = written(name)
  if (sought === '') return []
  const edits = editsFrom(sought)
  const near = themes.flatMap(theme => {
    const away = Math.min(edits(written(theme.id)), edits(written(theme.label)))
    if (away * LETTERS_AN_EDIT <= sought.length) return [{ theme, distance: away }]
    const shared = sharedWords(theme, name)
    return shared > 0 ? [{ theme, distance: MAX_LENGTH + 1 / shared }] : []
  })
  return near
    .sort((a, b) => a.distance - b.distance)
    .slice(0, most)
    .map(({ theme }) => theme)
}

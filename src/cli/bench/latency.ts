import type { CollectionDocument } from '../shared/collections.ts'
import { knownItems } from './knownItems.ts'

const TYPED_QUERIES = 40

/** The content of the search box after each key while a text is typed. */
export const keystrokes = (text: string): string[] => {
  const letters = [...text]
  return letters.map((_, index) => letters.slice(0, index + 1).join(''))
}

/** Words of titles, key by key, every second query with a typing error. */
export const typedKeys = (documents: readonly CollectionDocument[], seed: number): string[] =>
  knownItems(documents, TYPED_QUERIES, seed).flatMap(({ queries }, index) =>
    keystrokes(index % 2 === 0 ? queries.exact : queries.typo1),
  )

import type { Document } from '../shared/collections.ts'
import { knownItems } from './knownItems.ts'

const TYPED_QUERIES = 40

/** What stands in the box after each key while a text is typed. */
export const keystrokes = (text: string): string[] => {
  const letters = [...text]
  return letters.map((_, index) => letters.slice(0, index + 1).join(''))
}

/** What people type, key by key: words of titles, every second query with a typing error. Plain words only. */
export const typedKeys = (documents: readonly Document[], seed: number): string[] =>
  knownItems(documents, TYPED_QUERIES, seed).flatMap(({ queries }, index) =>
    keystrokes(index % 2 === 0 ? queries.exact : queries.typo1),
  )

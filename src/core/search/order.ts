/** Negative where `a` comes first. Never 0 for two different documents, so that an order is always the same. */
export type Comparison = (a: number, b: number) => number

/**
 * The rank of every document in an order, counted from 0. Comparing ranks is faster than comparing documents.
 *
 * @param keys by document number; the greatest comes first
 * @param tie decides between equal keys
 */
export function ranksOf(keys: Float64Array, tie: Comparison): Int32Array {
  const order = Int32Array.from(keys.keys()).sort(
    (a, b) => (keys[b] as number) - (keys[a] as number) || tie(a, b),
  )
  const ranks = new Int32Array(keys.length)
  order.forEach((document, rank) => {
    ranks[document] = rank
  })
  return ranks
}

/** Moves the first `count` documents of an order, in any order, to the front (Hoare's quickselect). */
export function selectFirst(documents: Int32Array, count: number, compare: Comparison): void {
  let low = 0
  let high = documents.length - 1
  while (low < high) {
    const pivot = documents[(low + high) >> 1] as number
    let left = low
    let right = high
    while (left <= right) {
      while (compare(documents[left] as number, pivot) < 0) left++
      while (compare(documents[right] as number, pivot) > 0) right--
      if (left > right) break
      const swapped = documents[left] as number
      documents[left++] = documents[right] as number
      documents[right--] = swapped
    }
    if (count - 1 <= right) high = right
    else if (count - 1 >= left) low = left
    else return
  }
}

/** The first `count` documents of an order, in order, without sorting all others. */
export function firstOf(documents: Int32Array, count: number, compare: Comparison): Int32Array {
  const all = documents.slice()
  if (count < all.length) selectFirst(all, count, compare)
  return all.subarray(0, count).sort(compare)
}

/** The position of a document in an order, counted from 0, and its neighbours; -1 where it has none. */
export function placeIn(documents: Int32Array, document: number, compare: Comparison) {
  let index = 0
  let previous = -1
  let next = -1
  for (const other of documents) {
    const order = compare(other, document)
    if (order < 0) {
      index++
      if (previous < 0 || compare(other, previous) > 0) previous = other
    } else if (order > 0 && (next < 0 || compare(other, next) < 0)) next = other
  }
  return { index, previous, next }
}

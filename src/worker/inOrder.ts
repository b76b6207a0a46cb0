/**
 * Works on several items concurrently and yields the results in the order of the items. The first item is worked on alone,
 * so that the others take no bandwidth from it.
 *
 * @param concurrency number of items under way at the same time
 */
export async function* inOrder<T, R>(
  items: readonly T[],
  concurrency: number,
  work: (item: T) => Promise<R>,
): AsyncGenerator<{ item: T; result: PromiseSettledResult<R> }> {
  // A rejection that waits for its turn would count as unhandled.
  const begin = async (item: T) => {
    const [result] = await Promise.allSettled([work(item)])
    return { item, result }
  }
  const waiting = [...items]
  const begun = waiting.splice(0, 1).map(begin)
  while (begun.length > 0) {
    const done = await (begun.shift() as ReturnType<typeof begin>)
    begun.push(...waiting.splice(0, concurrency - begun.length).map(begin))
    yield done
  }
}

/**
 * Works on a few items at once and gives what came of each in the order of the items: the first ones do not wait for
 * the last, and the last have been begun when their turn comes. The very first is worked on alone: nothing takes
 * anything from it.
 *
 * @param atOnce how many are under way at the same time
 */
export async function* inOrder<T, R>(
  items: readonly T[],
  atOnce: number,
  work: (item: T) => Promise<R>,
): AsyncGenerator<{ item: T; result: PromiseSettledResult<R> }> {
  // Settled results cannot go unheard while they wait for their turn.
  const begin = async (item: T) => {
    const [result] = await Promise.allSettled([work(item)])
    return { item, result }
  }
  const waiting = [...items]
  const begun = waiting.splice(0, 1).map(begin)
  while (begun.length > 0) {
    const done = await (begun.shift() as ReturnType<typeof begin>)
    begun.push(...waiting.splice(0, atOnce - begun.length).map(begin))
    yield done
  }
}

import { expect, test } from 'vitest'
import { inOrder } from '#worker/inOrder.ts'

test('the first is alone, then a few are under way at once, and what came of them is given in order', async () => {
  const running = new Map<number, () => void>()
  const work = (item: number): Promise<number> =>
    new Promise((resolve, reject) => {
      running.set(item, () => (item === 2 ? reject(new Error('lost')) : resolve(item * 10)))
    })
  const given: unknown[] = []
  const all = (async () => {
    for await (const { item, result } of inOrder([1, 2, 3, 4, 5], 3, work)) {
      given.push([item, result.status === 'fulfilled' ? result.value : result.reason.message])
    }
  })()
  const settle = async (item: number) => {
    running.get(item)?.()
    await new Promise(resolve => setTimeout(resolve))
  }
  expect([...running.keys()]).toEqual([1])
  await settle(1)
  expect(given).toEqual([[1, 10]])
  expect([...running.keys()]).toEqual([1, 2, 3, 4])
  await settle(4)
  await settle(3)
  expect(given).toEqual([[1, 10]])
  await settle(2)
  expect(given).toEqual([
    [1, 10],
    [2, 'lost'],
    [3, 30],
    [4, 40],
  ])
  expect([...running.keys()]).toEqual([1, 2, 3, 4, 5])
  await settle(5)
  await all
  expect(given.at(-1)).toEqual([5, 50])
})

test('nothing to do is done at once', async () => {
  expect(await inOrder([], 3, async () => 1).next()).toEqual({ done: true, value: undefined })
})

import { expect, test } from 'vitest'
import { ENGINE_NAMES, ENGINES } from '#cli/bench/engines.ts'
import { CollectionDocument } from '#cli/shared/collections.ts'
import { DOCUMENTS } from '../shared/collection.ts'

const documents = DOCUMENTS.map(document => CollectionDocument.parse(document))

test.each(ENGINE_NAMES)('%s finds a title, its beginning, and no more than was asked for', async name => {
  const setup = await ENGINES[name].setUp(documents)
  const index = await setup.build()
  expect((await index.find('household robots', 10))[0]).toBe('5')
  expect((await index.find('waterm', 10))[0]).toBe('3')
  expect((await index.find('gradients', 1)).length).toBe(1)
})

test.each(ENGINE_NAMES.filter(name => name !== 'ufuzzy'))(
  '%s answers the same from its files',
  async name => {
    const setup = await ENGINES[name].setUp(documents)
    const built = await setup.build()
    const loaded = await setup.load?.((await built.save?.()) ?? [])
    for (const text of ['training gradients', 'retrieval augmented theorem', 'byte level']) {
      expect(await loaded?.find(text, 10)).toEqual(await built.find(text, 10))
    }
  },
)

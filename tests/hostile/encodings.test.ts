import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { decodeFile } from '#cli/ingest/decodeFile.ts'
import { anyCharacter } from '../fixtures/anyCharacter.ts'

let folder: string
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'broadsheet-encodings-'))
})
afterAll(() => rm(folder, { recursive: true }))

async function textIn(bytes: Uint8Array): Promise<string> {
  const path = join(folder, 'text')
  await writeFile(path, bytes)
  let text = ''
  for await (const part of decodeFile(path)) text += part
  return text
}

const swapped = (text: string): Buffer => Buffer.from(text, 'utf16le').swap16()
const ENCODINGS: Record<string, (text: string) => Uint8Array> = {
  'UTF-8': text => Buffer.from(text, 'utf8'),
  'UTF-8 with its mark': text => Buffer.from(`\ufeff${text}`, 'utf8'),
  'UTF-16, little end first': text => Buffer.from(`\ufeff${text}`, 'utf16le'),
  'UTF-16, big end first': text => swapped(`\ufeff${text}`),
}
const anyText = fc
  .oneof(fc.string({ unit: anyCharacter }), fc.string({ unit: 'grapheme' }))
  .map(text => text.replace(/\p{Surrogate}/gu, '\uFFFD').replace(/^\ufeff/, ''))

test.each(Object.entries(ENCODINGS))(
  '%s is read as it was written, packed or not [row 22]',
  async (_, encoded) => {
    await fc.assert(
      fc.asyncProperty(anyText, fc.boolean(), async (text, isPacked) => {
        const bytes = encoded(text)
        expect(await textIn(isPacked ? gzipSync(bytes) : bytes)).toBe(text)
      }),
    )
  },
)

test('bytes that are no text of their encoding end in an error, never in signs put in their place [row 22]', async () => {
  const start = fc.constantFrom([], [0xef, 0xbb, 0xbf], [0xff, 0xfe], [0xfe, 0xff])
  let refused = 0
  await fc.assert(
    fc.asyncProperty(start, fc.uint8Array({ minLength: 1, maxLength: 40 }), async (mark, rest) => {
      const bytes = Buffer.from([...mark, ...rest])
      const text = await textIn(bytes).catch((error: Error) => error)
      if (text instanceof Error) {
        refused++
        return
      }
      const back = Object.values(ENCODINGS).map(encoded => Buffer.from(encoded(text)).toString('hex'))
      expect(back).toContain(bytes.toString('hex'))
    }),
  )
  expect(refused).toBeGreaterThan(10)
})

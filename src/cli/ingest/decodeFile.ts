import { createReadStream } from 'node:fs'
import { PassThrough, type Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { createGunzip } from 'node:zlib'
import { Failure } from '../shared/failure.ts'

/** In bytes: some archives unpack without end. */
const MAX_UNPACKED = 2_000_000_000

/** From this number of bytes on, more than `MAX_RATIO` times the packed length means such an archive. */
const RATIO_FROM = 25_000_000
const MAX_RATIO = 100

/** The path that means standard input. */
export const STDIN = '-'

/** The encoding by the byte-order mark, else UTF-8. */
function encodingOf(start: Uint8Array): 'utf-8' | 'utf-16le' | 'utf-16be' {
  if (start[0] === 0xff && start[1] === 0xfe) return 'utf-16le'
  return start[0] === 0xfe && start[1] === 0xff ? 'utf-16be' : 'utf-8'
}

const isGzip = (start: Uint8Array): boolean => start[0] === 0x1f && start[1] === 0x8b

/** The chunks of a stream, the first one at least two bytes long if the stream is. */
async function* fromStart(stream: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  let start = Buffer.alloc(0)
  let isStarted = false
  for await (const bytes of stream) {
    if (isStarted) yield bytes
    else {
      start = Buffer.concat([start, bytes])
      isStarted = start.length >= 2
      if (isStarted) yield start
    }
  }
  if (!isStarted && start.length > 0) yield start
}

async function* unpacked(
  chunks: AsyncGenerator<Uint8Array>,
  first: Uint8Array,
  limit: number,
): AsyncGenerator<Uint8Array> {
  const output = new PassThrough()
  let packedSize = 0
  const packed = async function* (): AsyncGenerator<Uint8Array> {
    packedSize += first.length
    yield first
    for await (const bytes of chunks) {
      packedSize += bytes.length
      yield bytes
    }
  }
  const done = pipeline(packed, createGunzip(), output)
  // Reported by the loop below, which ends when the output is destroyed.
  done.catch(() => undefined)
  let size = 0
  for await (const bytes of output as AsyncIterable<Uint8Array>) {
    size += bytes.length
    if (size > limit) throw new Failure(`unpacks to more than ${limit / 1e6} MB`)
    if (size > RATIO_FROM && size > packedSize * MAX_RATIO) {
      throw new Failure(`unpacks to more than ${MAX_RATIO} times its length`)
    }
    yield bytes
  }
  await done
}

async function* bytesOf(path: string, limit = MAX_UNPACKED): AsyncGenerator<Uint8Array> {
  const stream: Readable = path === STDIN ? process.stdin : createReadStream(path)
  const chunks = fromStart(stream)
  const first = await chunks.next()
  if (first.done) return
  if (isGzip(first.value)) yield* fromStart(unpacked(chunks, first.value, limit))
  else {
    yield first.value
    yield* chunks
  }
}

/**
 * The text of a file in chunks: unpacked if it is compressed, decoded by its byte-order mark, else as UTF-8. Ends with a
 * `TypeError` for bytes that are no such text, since guesses would silently spoil names, and with another error for a
 * compressed file that is cut, damaged or endless.
 *
 * @param limit bytes that a compressed file may unpack to
 */
export async function* decodeFile(path: string, limit?: number): AsyncGenerator<string> {
  let decoder: InstanceType<typeof TextDecoder> | undefined
  for await (const bytes of bytesOf(path, limit)) {
    decoder ??= new TextDecoder(encodingOf(bytes), { fatal: true })
    yield decoder.decode(bytes, { stream: true })
  }
  if (decoder) yield decoder.decode()
}

/** The first bytes of a file read as text, to recognise what it is. */
export async function startOf(path: string): Promise<string> {
  for await (const bytes of bytesOf(path)) return new TextDecoder().decode(bytes)
  return ''
}

import type { CorpusPaper } from '../papers/manifest.ts'
import { BitReader, BitWriter } from './bits.ts'
import { frequenciesOf, postingsOf } from './postings.ts'
import { compareBytes, decodeStem, encodeStem } from './stemBytes.ts'
import { mapZones, ZONE_NAMES, type Zone } from './zones.ts'

/**
 * The index of one segment: which stems its papers contain, how often and in which zone.
 *
 * Layout, little-endian: six uint32 (magic, version, number of documents, number of terms, bytes of the stems, bytes
 * of the whole), then
 * - the words of each document by zone, stop words left out: uint16 each, zone after zone, padded to four bytes;
 * - the stems in UTF-8, one after another in byte order, padded to four bytes;
 * - a stream of bits: of each term the length of its stem, its document frequency and the bits of its postings;
 * - a stream of bits: the postings, term after term.
 *
 * A posting is the gap to the document before in Rice code, with the parameter that suits the term's frequency, and the
 * term frequencies in a prefix code whose short words are the usual cases. That is close to the entropy of the
 * postings, half of what whole bytes take.
 */
const MAGIC = 0x58535242
const VERSION = 1
const HEADER = 7
const HEADER_BYTES = HEADER * 4

/** Rice parameters for the lengths of stems, document frequencies and bits of postings. */
const LENGTH_PARAMETER = 2
const FREQUENCY_PARAMETER = 1
const SIZE_PARAMETER = 4

/**
 * The Rice parameter for the gaps of a term in `frequency` of `documents` documents: log2 of the mean gap times ln 2
 * (Golomb 1966; Witten, Moffat & Bell, Managing Gigabytes, 3.3).
 */
function gapParameter(frequency: number, documents: number): number {
  const mean = (documents - frequency) / (frequency + 1)
  return Math.max(0, Math.ceil(Math.log2(Math.LN2 * (mean + 0.5))))
}

/** 0: once in the abstract. 10: twice. 110: more often there and nowhere else. 111: anything else. */
function writeFrequencies(bits: BitWriter, packed: number): void {
  const { title, abstract, names } = frequenciesOf(packed)
  if (title > 0 || names > 0 || abstract === 0) {
    bits.bits(0b111, 3)
    bits.bits(title, 2)
    bits.bits(names, 2)
    bits.rice(abstract, 1)
  } else if (abstract > 2) {
    bits.bits(0b110, 3)
    bits.rice(abstract - 3, 1)
  } else {
    bits.unary(abstract - 1)
  }
}

const padded = (length: number): number => (length + 3) & ~3

/** Builds the index of a segment. The same papers in the same order give the same bytes. */
export function buildSegment(papers: readonly CorpusPaper[]): ArrayBuffer {
  const { lists, lengths } = postingsOf(papers)
  const terms = lists.map(list => ({ ...list, stem: encodeStem(list.stem) }))
  terms.sort((a, b) => compareBytes(a.stem, b.stem, 0, b.stem.length))
  const table = new BitWriter()
  const postings = new BitWriter()
  const stems = new Uint8Array(terms.reduce((sum, { stem }) => sum + stem.length, 0))
  let end = 0
  for (const { stem, documents, frequencies } of terms) {
    const parameter = gapParameter(documents.length, papers.length)
    const before = postings.length
    let next = 0
    for (let i = 0; i < documents.length; i++) {
      const document = documents[i] as number
      postings.rice(document - next, parameter)
      writeFrequencies(postings, frequencies[i] as number)
      next = document + 1
    }
    table.rice(stem.length, LENGTH_PARAMETER)
    table.rice(documents.length - 1, FREQUENCY_PARAMETER)
    table.rice(postings.length - before, SIZE_PARAMETER)
    stems.set(stem, end)
    end += stem.length
  }
  return assemble(papers.length, terms.length, [
    new Uint8Array(lengths.buffer),
    stems,
    table.bytes(),
    postings.bytes(),
  ])
}

function assemble(documents: number, terms: number, parts: readonly Uint8Array[]): ArrayBuffer {
  const total = HEADER_BYTES + parts.reduce((sum, part) => sum + padded(part.length), 0)
  const buffer = new ArrayBuffer(total)
  const view = new DataView(buffer)
  const [, stems, table] = parts as [Uint8Array, Uint8Array, Uint8Array]
  const header = [MAGIC, VERSION, documents, terms, stems.length, table.length, total]
  header.forEach((value, i) => {
    view.setUint32(i * 4, value, true)
  })
  let at = HEADER_BYTES
  for (const part of parts) {
    new Uint8Array(buffer).set(part, at)
    at += padded(part.length)
  }
  return buffer
}

/** Called with a document's number in the segment and the frequencies of a term in its zones. */
export type PostingVisitor = (document: number, title: number, abstract: number, names: number) => void

/** Reads what `writeFrequencies` wrote. */
function readFrequencies(bits: BitReader, document: number, visit: PostingVisitor): void {
  const ones = bits.unaryUpTo(3)
  if (ones < 2) visit(document, 0, ones + 1, 0)
  else if (ones === 2) visit(document, 0, 3 + bits.rice(1), 0)
  else {
    const title = bits.bits(2)
    const names = bits.bits(2)
    visit(document, title, bits.rice(1), names)
  }
}

/** An index as `buildSegment` made it. Terms are known by their numbers, in the order of their stems. */
export class Segment {
  readonly documentCount: number
  readonly termCount: number
  readonly byteLength: number
  /** Words a document has in a zone, stop words left out. */
  readonly lengths: Record<Zone, Uint16Array>
  /** Documents that contain a term, by term number. */
  readonly frequencies: Uint32Array
  readonly #stems: Uint8Array
  readonly #stemEnds: Uint32Array
  readonly #postings: BitReader
  readonly #postingStarts: Uint32Array

  /** Throws a RangeError where the bytes are not a whole index of this version. */
  constructor(buffer: ArrayBuffer) {
    if (buffer.byteLength < HEADER_BYTES) throw new RangeError('the index is cut off')
    const header = new Uint32Array(HEADER)
    const view = new DataView(buffer)
    for (let i = 0; i < HEADER; i++) header[i] = view.getUint32(i * 4, true)
    const [magic, version, documents, terms, stemBytes, tableBytes, total] =
      header as unknown as number[] as [number, number, number, number, number, number, number]
    if (magic !== MAGIC) throw new RangeError('this is no index')
    if (version !== VERSION) throw new RangeError(`the index has version ${version}, not ${VERSION}`)
    const lengthBytes = documents * 2 * ZONE_NAMES.length
    const stemStart = HEADER_BYTES + padded(lengthBytes)
    const tableStart = stemStart + padded(stemBytes)
    const postingStart = tableStart + padded(tableBytes)
    if (total !== buffer.byteLength || postingStart > total) throw new RangeError('the index is cut off')
    this.documentCount = documents
    this.termCount = terms
    this.byteLength = total
    this.lengths = mapZones((_, i) => new Uint16Array(buffer, HEADER_BYTES + i * documents * 2, documents))
    this.#stems = new Uint8Array(buffer, stemStart, stemBytes)
    this.#postings = new BitReader(new Uint8Array(buffer, postingStart))
    const table = new BitReader(new Uint8Array(buffer, tableStart, tableBytes))
    this.#stemEnds = new Uint32Array(terms)
    this.frequencies = new Uint32Array(terms)
    this.#postingStarts = new Uint32Array(terms)
    let stemEnd = 0
    let posting = 0
    for (let term = 0; term < terms; term++) {
      stemEnd += table.rice(LENGTH_PARAMETER)
      this.#stemEnds[term] = stemEnd
      this.frequencies[term] = table.rice(FREQUENCY_PARAMETER) + 1
      this.#postingStarts[term] = posting
      posting += table.rice(SIZE_PARAMETER)
    }
  }

  #stemStart(term: number): number {
    return term === 0 ? 0 : (this.#stemEnds[term - 1] as number)
  }

  stem(term: number): string {
    return decodeStem(this.#stems, this.#stemStart(term), this.#stemEnds[term] as number)
  }

  /** The first term whose stem is not before the sought one; the number of terms where all are. */
  #lowerBound(sought: Uint8Array): number {
    let low = 0
    for (let high = this.termCount; low < high; ) {
      const middle = (low + high) >> 1
      const order = compareBytes(
        sought,
        this.#stems,
        this.#stemStart(middle),
        this.#stemEnds[middle] as number,
      )
      if (order > 0) low = middle + 1
      else high = middle
    }
    return low
  }

  /** The term of a stem, given in UTF-8, or -1. */
  find(sought: Uint8Array): number {
    const term = this.#lowerBound(sought)
    if (term === this.termCount) return -1
    return compareBytes(sought, this.#stems, this.#stemStart(term), this.#stemEnds[term] as number) === 0
      ? term
      : -1
  }

  /** The terms whose stems begin with a prefix: from the first up to, but not including, the second. */
  withPrefix(prefix: string): [number, number] {
    return [this.#lowerBound(encodeStem(prefix)), this.#lowerBound(encodeStem(`${prefix}\u{10ffff}`))]
  }

  forEachPosting(term: number, visit: PostingVisitor): void {
    const bits = this.#postings
    const frequency = this.frequencies[term] as number
    const parameter = gapParameter(frequency, this.documentCount)
    bits.at = this.#postingStarts[term] as number
    let document = 0
    for (let i = 0; i < frequency; i++) {
      document += bits.rice(parameter)
      readFrequencies(bits, document, visit)
      document++
    }
  }
}

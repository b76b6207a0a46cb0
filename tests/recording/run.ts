import { createHash } from 'node:crypto'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { gzipSync } from 'node:zlib'
import { openEngine } from '#cli/search/openEngine.ts'
import { readDocuments } from '#cli/shared/collections.ts'
import { fullPaperOf } from '#cli/shared/papers.ts'
import { readThemesFile, THEMES } from '#cli/shared/themes.ts'
import type { CorpusPaper } from '#core/papers/manifest.ts'
import { indexCorpus, publishCorpus } from '#core/publish/publish.ts'
import { digestEngine, digestPapers } from '../fixtures/digest.ts'
import { TOOLS, toolArguments } from '../toolArguments.ts'
import { queriesOf } from './queries.ts'
import { ANSWERS, type Answering, answerLine, HASHES, recordedAnswers } from './record.ts'

/** `npm run recording`: over the digest and, where papers are named, over these. */
const { values } = toolArguments(TOOLS.recording)

async function answersTo(engine: Answering, queries: readonly string[]): Promise<string[]> {
  const lines: string[] = []
  for (const q of queries) lines.push(await answerLine(engine, q))
  return lines
}

const madeOf = async (papers: readonly CorpusPaper[]): Promise<string[]> =>
  queriesOf(papers, await readThemesFile(THEMES))

/** The first query that is answered differently, with both answers. */
function difference(before: readonly string[], now: readonly string[]): string | undefined {
  const at = now.findIndex((line, index) => line !== before[index])
  if (at === -1) return undefined
  return `before: ${before[at] ?? 'no such query'}\nnow:    ${now[at]}`
}

const hashOf = (lines: readonly string[]): string =>
  createHash('sha256').update(lines.join('\n')).digest('hex')

if (values.write) {
  const lines = await answersTo(digestEngine(), await madeOf(digestPapers()))
  writeFileSync(ANSWERS, gzipSync(`${lines.join('\n')}\n`, { level: 9 }))
} else {
  const before = recordedAnswers()
  const lines = await answersTo(
    digestEngine(),
    before.map(line => JSON.parse(line).q),
  )
  const differs = difference(before, lines)
  console.log(differs ?? `${lines.length} answers over the digest are as recorded`)
  if (differs) process.exitCode = 1
}

if (values.papers) {
  const { items } = await readDocuments(values.papers)
  const corpus = publishCorpus(items.map(fullPaperOf), await readThemesFile(THEMES))
  const { engine } = openEngine(corpus, indexCorpus(corpus.segments))
  const papers = corpus.segments.flatMap(segment => segment.papers)
  const lines = await answersTo(engine, await madeOf(papers))
  const name = `${items.length} papers`
  const hashes: Record<string, string> = existsSync(HASHES) ? JSON.parse(readFileSync(HASHES, 'utf8')) : {}
  if (values.write)
    writeFileSync(HASHES, `${JSON.stringify({ ...hashes, [name]: hashOf(lines) }, null, 2)}\n`)
  else if (hashes[name] === hashOf(lines)) console.log(`${lines.length} answers over ${name} are as recorded`)
  else {
    console.log(`the answers over ${name} are not those recorded: ${hashOf(lines)}`)
    process.exitCode = 1
  }
}

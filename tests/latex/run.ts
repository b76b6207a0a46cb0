import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { basename } from 'node:path'
import { gunzipSync } from 'node:zlib'
import { citationsOf } from '#core/cite/citation.ts'
import type { CorpusPaper } from '#core/papers/manifest.ts'
import { paperOf } from '#core/papers/paperOf.ts'
import { publisher } from '#core/publish/publish.ts'
import { readSource } from '#core/sources/index.ts'
import { monthsIn } from '#site/corpus/months.ts'
import { TOOLS, toolArguments } from '../toolArguments.ts'
import { missingPrograms, typesetBibtex } from './latex.ts'
import { oddPapers } from './oddPapers.ts'

/** `npm run test:latex`. */
const { values } = toolArguments(TOOLS.latex)

const publish = publisher([])

/** Papers of a source, evenly spread over it. */
function sample(path: string, count: number): CorpusPaper[] {
  const bytes = readFileSync(path)
  const text = (path.endsWith('.gz') ? gunzipSync(bytes) : bytes).toString('utf8')
  const { records } = readSource(text, { name: basename(path).replace(/\.gz$/, '') })
  const step = Math.max(1, Math.floor(records.length / count))
  return records
    .filter((_, at) => at % step === 0)
    .slice(0, count)
    .map(({ paper }) => publish(paperOf(paper)))
}

const corpus = monthsIn('data/papers')
const builtIn = corpus.papersOf([...corpus.papersOn.keys()]).map(publish)
const lists: [string, CorpusPaper[]][] = [
  ['papers of this site', builtIn],
  ['odd papers', oddPapers()],
  ...(values.papers === undefined
    ? []
    : [
        [`papers of ${basename(values.papers)}`, sample(values.papers, values.count)] as [
          string,
          CorpusPaper[],
        ],
      ]),
]

/** Of the odd papers, what must be seen in print. */
const PRINTED = ['β-Anneal', '10−3', '≤', 'Nguy', '[U+65E5]']

const missing = missingPrograms()
const report = { passed: 0, failed: 0, skipped: 0 }
for (const [name, papers] of lists) {
  if (missing.length > 0) {
    console.log(`skipped: ${papers.length} ${name}, since ${missing.join(' and ')} is not installed`)
    report.skipped += papers.length
    continue
  }
  const { errors, printed } = typesetBibtex(citationsOf(papers, 'bibtex'))
  if (name === 'odd papers' && printed !== undefined) {
    errors.push(...PRINTED.filter(text => !printed.includes(text)).map(text => `not printed: ${text}`))
  }
  console.log(`${papers.length} ${name}: ${errors.length} errors`)
  for (const error of errors.slice(0, 20)) console.log(error)
  report[errors.length === 0 ? 'passed' : 'failed'] += papers.length
}
mkdirSync('reports', { recursive: true })
writeFileSync('reports/latex.json', `${JSON.stringify(report)}\n`)
if (report.failed > 0) process.exitCode = 1

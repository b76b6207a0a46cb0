import { indexCorpus, publishCorpus } from '#core/publish/publish.ts'
import { figure, rounded } from '../bench/comparison.ts'
import { Random } from '../bench/random.ts'
import { mean } from '../bench/statistics.ts'
import { openEngine } from '../search/openEngine.ts'
import { type CollectionDocument, named, readDocuments } from '../shared/collections.ts'
import { columns } from '../shared/columns.ts'
import { subcommand } from '../shared/commandGroup.ts'
import type { CommandTable } from '../shared/commandTable.ts'
import { Failure } from '../shared/failure.ts'
import { fullPaperOf } from '../shared/papers.ts'
import { readThemesFile, THEMES } from '../shared/themes.ts'
import { Cosine } from './cosine.ts'
import { within } from './days.ts'
import { jaccard, keywordSet } from './keywordOverlap.ts'

/** Number of related papers that count. */
const DEPTH = 5

/** Returns the ids of the papers related to one. */
type Method = (id: string) => readonly string[] | Promise<readonly string[]>

const LABELS = { ours: 'Broadsheet', cosine: 'TF-IDF cosine', random: 'random' } as const
type Name = keyof typeof LABELS

/** All methods over the same papers. */
async function methodsOver(
  documents: readonly CollectionDocument[],
  random: Random,
): Promise<Record<Name, Method>> {
  const corpus = publishCorpus(documents.map(fullPaperOf), await readThemesFile(THEMES))
  const papers = corpus.segments.flatMap(({ papers }) => papers)
  const { engine } = openEngine(corpus, indexCorpus(corpus.segments))
  const cosine = new Cosine(papers.map(({ title, abstract = '' }) => `${title}\n${abstract}`))
  const ids = papers.map(({ id }) => id)
  return {
    ours: async id => (await engine.related({ id })).slice(0, DEPTH).map(({ id }) => id),
    cosine: id => cosine.nearest(ids.indexOf(id), DEPTH).map(number => ids[number] as string),
    random: id => random.shuffled(ids.filter(other => other !== id)).slice(0, DEPTH),
  }
}

const RELATED_QUALITY = {
  name: 'npm run evaluate -- related',
  summary: 'Measures how much related papers have in common, by their keywords.',
  flags: {
    papers: { isRequired: true },
    count: { default: 1000 },
    seed: { default: 1 },
    since: {},
    until: {},
    json: {},
  },
  renamed: { n: 'count', from: 'since' },
  notes: `The figure is the mean overlap (Jaccard) of a paper's keywords with those of the first five related ones, beside plain
TF-IDF cosine and random papers. The corpus is the papers with keywords ("ai_keywords"), which no method sees; --since and
--until choose the sample. Keywords are compared by their stems, without text in parentheses.

Exit code: 0 all was read · 1 lines of the file were left out · 2 nothing was done`,
} as const satisfies CommandTable

export const evaluateRelated = subcommand(RELATED_QUALITY, async ({ values }, output) => {
  const { papers: path, count, seed, since, until, json } = values
  const random = new Random(seed)
  const { items, problems } = await readDocuments(path)
  for (const problem of named(problems)) output.complain(problem)

  const keywords = new Map(items.map(({ id, ai_keywords = [] }) => [id, keywordSet(ai_keywords)]))
  const documents = items.filter(({ id }) => keywords.get(id)?.size)
  const asked = random.shuffled(within(documents, since, until)).slice(0, count)
  if (documents.length < 2 || asked.length === 0)
    throw new Failure(`${path} has too few papers with keywords (“ai_keywords”) of these days to compare.`)

  // Missing papers count as papers without a common keyword.
  const most = Math.min(DEPTH, documents.length - 1)
  const overlapOf = (id: string, found: readonly string[]): number => {
    const keywordsOf = (id: string) => keywords.get(id) ?? new Set<string>()
    return found.reduce((sum, other) => sum + jaccard(keywordsOf(id), keywordsOf(other)), 0) / most
  }
  const figures = []
  for (const [name, relatedTo] of Object.entries(await methodsOver(documents, random))) {
    const overlaps: number[] = []
    const start = performance.now()
    for (const { id } of asked) {
      overlaps.push(overlapOf(id, await relatedTo(id)))
      if (overlaps.length % 100 === 0)
        output.status(`${LABELS[name as Name]}: ${overlaps.length} of ${asked.length} papers`)
    }
    const msPerPaper = (performance.now() - start) / asked.length
    figures.push({ name: name as Name, overlap: mean(overlaps), msPerPaper })
  }

  const cosine = figures.find(({ name }) => name === 'cosine')?.overlap
  const timesCosine = (overlap: number | null) => (overlap !== null && cosine ? overlap / cosine : null)
  if (json) {
    const byName = figures.map(({ name, overlap, msPerPaper }) => [
      name,
      {
        overlap: rounded(overlap, 5),
        timesCosine: rounded(timesCosine(overlap), 3),
        msPerPaper: rounded(msPerPaper, 3),
      },
    ])
    output.print(
      JSON.stringify({ papers: documents.length, asked: asked.length, ...Object.fromEntries(byName) }),
    )
  } else {
    const rows = figures.map(({ name, overlap, msPerPaper }) => [
      LABELS[name],
      figure(overlap, 4),
      figure(timesCosine(overlap), 2),
      figure(msPerPaper, 2),
    ])
    output.print(columns([['', 'overlap', '× cosine', 'ms/paper'], ...rows]))
    output.print(`${documents.length} papers with keywords, ${asked.length} of them asked about`)
  }
  return problems.length > 0 ? 1 : 0
})

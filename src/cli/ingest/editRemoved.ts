import { arxivIdOf } from '#core/papers/arxiv.ts'
import { doiOf } from '#core/papers/doi.ts'
import type { Paper } from '#core/papers/paper.ts'
import { namesPaper, type RemovedPaper, removedPaper } from '#core/papers/removed.ts'
import type { ExitCode } from '../shared/command.ts'
import { Failure } from '../shared/failure.ts'
import type { StatusOutput } from '../shared/terminal.ts'
import { readEdits, writeRemoved } from './corpusEdits.ts'
import type { RemovalArguments } from './ingestArguments.ts'
import { monthsOf, readStore, withStore, writeStore } from './store.ts'

/** The id that people mean: the one in an address or in `arXiv:…`, a DOI in its usual form. */
const idOf = (text: string): string => arxivIdOf(text) ?? doiOf(text) ?? text

const isNamed = (paper: Pick<Paper, 'id' | 'aliases' | 'dois'>, id: string): boolean =>
  namesPaper(paper, id) || paper.dois.includes(id)

function finish(found: number, output: StatusOutput, done: string): ExitCode {
  if (found === 0) throw new Failure('Nothing was done.')
  output.print(done)
  return 0
}

async function remove(
  { ids, corpus, reason }: RemovalArguments,
  today: string,
  output: StatusOutput,
): Promise<ExitCode> {
  const stored = await readStore(corpus)
  if (stored.faults.length > 0) {
    throw new Failure(
      [...stored.faults, `Nothing was written: ${corpus} holds what cannot be read.`].join('\n'),
    )
  }
  const { removed, removedPath } = await readEdits(corpus)
  const gone = new Map<string, RemovedPaper>()
  let unknown = 0
  for (const id of ids.map(idOf)) {
    const paper = stored.papers.find(candidate => isNamed(candidate, id))
    if (paper) gone.set(paper.id, removedPaper(paper, today, reason))
    else {
      unknown++
      const isGone = removed.some(other => isNamed(other, id))
      output.complain(
        isGone
          ? `${id} is removed already.`
          : `${corpus} has no paper ${id}: look for its id with npm run search.`,
      )
    }
  }
  if (gone.size > 0) {
    // The list first: after an interruption between the two, the next ingest removes the papers.
    writeRemoved(removedPath, [...removed.filter(({ id }) => !gone.has(id)), ...gone.values()])
    await writeStore(corpus, monthsOf(stored.papers.filter(({ id }) => !gone.has(id))))
  }
  for (const { id, title } of gone.values()) output.print(`Removed ${id}: ${title}`)
  const code = finish(
    gone.size,
    output,
    `Listed in ${removedPath}: they do not come back until they are restored.`,
  )
  return unknown > 0 ? 1 : code
}

async function restore({ ids, corpus }: RemovalArguments, output: StatusOutput): Promise<ExitCode> {
  const { removed, removedPath } = await readEdits(corpus)
  const back = new Set<RemovedPaper>()
  let unknown = 0
  for (const id of ids.map(idOf)) {
    const paper = removed.find(candidate => isNamed(candidate, id))
    if (paper) back.add(paper)
    else {
      unknown++
      output.complain(`${removedPath} lists no paper ${id}.`)
    }
  }
  if (back.size > 0)
    writeRemoved(
      removedPath,
      removed.filter(paper => !back.has(paper)),
    )
  for (const { id, title } of back) output.print(`Restored ${id}: ${title}`)
  const code = finish(back.size, output, 'Ingest their sources again to take them in.')
  return unknown > 0 ? 1 : code
}

/** Removes papers from the corpus, or takes them off the list of removed papers. */
export const editRemoved = (
  wanted: RemovalArguments,
  today: string,
  output: StatusOutput,
): Promise<ExitCode> =>
  withStore(wanted.corpus, () =>
    wanted.edit === 'remove' ? remove(wanted, today, output) : restore(wanted, output),
  )

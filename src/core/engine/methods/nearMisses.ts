import { DocumentSet } from '../../index/documentSet.ts'
import { planFilter } from '../../search/plan.ts'
import type { NearMiss } from '../../themes/nearMisses.ts'
import type { LoadedCorpus } from '../loadedCorpus.ts'

/** Papers that miss the rule of a theme by one condition. A theme that is not known has none. */
export async function findNearMisses(
  corpus: LoadedCorpus,
  { theme }: { theme: string },
): Promise<NearMiss[]> {
  const { nearMisses } = await import('../../themes/nearMisses.ts')
  const rule = corpus.ruleOf(theme)
  if (!rule) return []
  const { papers, filters } = corpus
  const outside = new DocumentSet(papers.length)
  for (const [document, paper] of papers.entries()) if (!paper.themes.includes(theme)) outside.add(document)
  const members = papers.length - outside.size
  return nearMisses(
    rule,
    theme,
    members,
    query => filters.documents(planFilter(query, corpus.planContext), outside).size,
  )
}

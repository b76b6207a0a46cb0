import { linksOf } from '#core/papers/links.ts'
import type { CorpusPaper } from '#core/papers/manifest.ts'
import { openInNewTab } from '../io/newTab.ts'

/** Opens the first of the places where a paper can be read in a new tab. */
export function openSource(paper: CorpusPaper): void {
  const [link] = linksOf(paper)
  if (link) openInNewTab(link.href)
}

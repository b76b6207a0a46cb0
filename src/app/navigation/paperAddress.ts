import type { CorpusPaper } from '#core/papers/manifest.ts'
import { paths } from '#core/site/paths.ts'
import type { SiteNavigation } from './Link.tsx'

/** The whole address of a paper's page, to be copied. */
export const paperAddress = ({ hrefOf }: SiteNavigation, { id }: CorpusPaper): string =>
  new URL(hrefOf(paths.paper(id)), location.href).href

import { Failure } from '../../shared/failure.ts'
import type { ApiConventions } from './apiClient.ts'
import { type ApiRequests, DAY_MS, dayAt } from './apiRequest.ts'
import { arxivRequests } from './arxiv.ts'
import { dailyPapersRequests, daysBack } from './dailyPapers.ts'

/** A query to a provider; each uses its own part. */
export interface ProviderQuery {
  day: string | undefined
  days: number
  query: string
  max: number
}

interface Provider extends Omit<ApiConventions, 'timeoutMs'> {
  base: string
  /** @param now in ms */
  requests(base: string, wanted: ProviderQuery, now: number): ApiRequests
}

/** Sites with an API for papers, by their names in `--from`. */
export const PROVIDERS = {
  'daily-papers': {
    base: 'https://huggingface.co',
    format: 'JSON',
    types: ['application/json'],
    pauseMs: 500,
    requests(base, { day = '', days }, now) {
      const last = day || dayAt(now)
      // Somewhere it is tomorrow already.
      if (last > dayAt(now + DAY_MS))
        throw new Failure(`${last} has not come yet: there is nothing to fetch.`)
      return dailyPapersRequests(base, daysBack(last, days))
    },
  },
  arxiv: {
    base: 'https://export.arxiv.org',
    format: 'Atom',
    types: ['application/atom+xml', 'application/xml', 'text/xml'],
    // Required by the arXiv: https://info.arxiv.org/help/api/tou.html
    pauseMs: 3000,
    requests: (base, { query, max }, now) => arxivRequests(base, query, max, dayAt(now)),
  },
} as const satisfies Record<string, Provider>

export type ProviderName = keyof typeof PROVIDERS

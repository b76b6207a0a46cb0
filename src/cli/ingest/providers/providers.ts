import { Failure } from '../../shared/failure.ts'
import type { Manners } from './apiClient.ts'
import { DAY_MS, dayAt, type Questions } from './apiRequest.ts'
import { arxivQuestions } from './arxiv.ts'
import { dailyQuestions, daysBack } from './dailyPapers.ts'

/** What may be asked of the sites. */
export interface RemoteWish {
  day: string | undefined
  days: number
  query: string
  max: number
}

interface Remote extends Omit<Manners, 'timeoutMs'> {
  base: string
  /** @param now in ms */
  questions(base: string, wish: RemoteWish, now: number): Questions
}

/** Sites that papers are fetched from, by the names that `--from` knows. */
export const REMOTES = {
  'daily-papers': {
    base: 'https://huggingface.co',
    called: 'JSON',
    types: ['application/json'],
    pauseMs: 500,
    questions(base, { day = '', days }, now) {
      const last = day || dayAt(now)
      // Somewhere it is tomorrow already.
      if (last > dayAt(now + DAY_MS))
        throw new Failure(`${last} has not come yet: there is nothing to fetch.`)
      return dailyQuestions(base, daysBack(last, days))
    },
  },
  arxiv: {
    base: 'https://export.arxiv.org',
    called: 'Atom',
    types: ['application/atom+xml', 'application/xml', 'text/xml'],
    // What the arXiv asks of programs: https://info.arxiv.org/help/api/tou.html
    pauseMs: 3000,
    questions: (base, { query, max }, now) => arxivQuestions(base, query, max, dayAt(now)),
  },
} as const satisfies Record<string, Remote>

export type RemoteName = keyof typeof REMOTES

import { paths } from '#core/site/paths.ts'
import { searchOf } from '#core/site/view.ts'

/** The address of a search on the front page. */
export const searchFor = (q: string): string => paths.front(searchOf({ q, layout: 'cards', page: 1 }))

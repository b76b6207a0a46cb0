/** The texts of the filters: the chips of a query, the facets, months and themes. */

export const filters = 'Filters'
export const active = (count: number): string => ` (${count} active)`
export const narrowedTo = 'Narrowed to'

export const editInBox = 'Edit in the search box'
export const editFilter = (words: string): string => `Edit filter ${words}`
export const include = 'Ask for it again'
export const exclude = 'Leave out instead'
export const remove = 'Remove'
export const removeFilter = (words: string): string => `Remove filter ${words}`

export const includedSuffix = ', shown only'
export const excludedSuffix = ', left out'
export const allowAgain = 'Allow again'
export const leaveOut = 'Leave out'
export const allowValue = (label: string): string => `Allow ${label} again`
export const leaveOutValue = (label: string): string => `Leave out ${label}`

export const findOrganisation = 'Find an organisation'
export const findDay = 'Find a day'
export const findTheme = 'Find a theme'
export const noMatch = 'No match.'
export const unknown = 'Unknown for these papers.'
export const more = (count: number): string => `${count} more`
export const inGroup = (name: string): string => `in ${name}`
export const foundByName = (count: string): string => `Type a name to find ${count} others.`
export const noThemes = 'None of these papers has a theme.'
export const noThemeMatches = 'No theme of these papers matches.'

export const has: Readonly<Record<string, string>> = {
  code: 'Code',
  comments: 'Comments',
  maths: 'Maths',
  authors: 'Known authors',
}
export const none = 'None'
export const orMore = (low: string): string => `${low} or more`

export const byMonth = 'Papers by month'
export const relatedThemes = 'Themes that go with these'
export const noDate = 'These papers have no known date.'
export const allOf = (period: string): string => `All of ${period}.`
export const years = 'Years'
export const ofPeriod = (period: string, papers: string): string => `${period}: ${papers}`
export const byYearAlone = (papers: string): string => `${papers} dated by year alone`
export const fromTo = (from: string, to: string): string => `${from} to ${to}`
export const from = 'From'
export const to = 'To'
export const anyMonth = 'any month'

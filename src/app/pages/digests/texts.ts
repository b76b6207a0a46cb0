/** The texts of the calendar of digests. */

export const title = 'Digests'
export const about =
  'Each day’s list of papers, with their number. Weeks are numbered as in ISO 8601 and begin on Monday.'
export const countedSoFar = 'Counted so far:'
export const none = 'There are no digests here yet'
export const years = 'Years'
export const digestCount = (count: string, isOne: boolean): string =>
  `${count} ${isOne ? 'digest' : 'digests'}`
export const week = 'Week'
export const weekShort = 'Wk'
export const weekNumber = (number: number): string => `Week ${number}`
export const paperWord = (count: number): string => (count === 1 ? 'paper' : 'papers')
export const weekdays = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday']

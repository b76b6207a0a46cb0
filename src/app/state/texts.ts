/** Messages of the status line and to screen readers: the network, the papers, newer versions. */

export const noRoom = 'This browser has no room to keep the site: it needs a network at each visit.'
export const lastVisit = 'the papers of your last visit'
export const asOf = (day: string): string => `data as of ${day}`
export const offline = (papers: string): string => `Offline · ${papers}`
export const newestNotLoaded = (papers: string): string => `The newest papers could not be loaded · ${papers}`
export const newVersion = 'A new version is here.'
export const newerPapers = 'Newer papers are here.'
export const onlineAgain = 'Online again'

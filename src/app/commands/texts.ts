/** The texts of palette and key sheet, and what commands say. table.ts has the names of commands. */

export const copied = 'Link copied'
export const notCopied = (href: string): string => `Your browser does not let this page copy ${href}`

export const commands = 'Commands'
export const whatToDo = 'What to do'
export const noCommand = 'No such command here.'
export const choices = (count: number): string => `${count} ${count === 1 ? 'choice' : 'choices'}`

export const themes = 'Themes'
export const lettersOfTheme = 'Letters of a theme'
export const shownOnly = 'shown only'
export const leftOut = 'left out'
export const papersSuffix = ' papers'
export const enterShows = 'shows the papers of a theme only, or all again. Held with'
export const altLeavesOut = ', it leaves them out.'
export const themesNotLoaded = 'The themes are still loading.'
export const noTheme = 'No theme matches.'

export const keys = 'Keyboard shortcuts'
export const keysOff = '“Settings” at the top of each page switches single keys on: they are off.'
export const keysOn =
  'Keys do nothing while you type. “Settings” at the top of each page switches single keys off.'
export const palette = (modifier: string): string =>
  `${modifier} with K always works. “The paper” is the one that has the focus, else the first whose title is in view.`
export const keyThen = 'then'
export const or = 'or'

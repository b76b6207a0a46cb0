import { LAYOUTS, type ListLayout } from '#core/site/view.ts'

/** The headings of commands, in this order. */
export const GROUPS = ['Search', 'In a list', 'The paper', 'Reading', 'Go to', 'Help'] as const

/** Something that can be done from anywhere in a page: by keys, and from the palette. */
export interface CommandInfo {
  label: string
  /** Further words that the palette finds it by. */
  words?: string
  group: (typeof GROUPS)[number]
  /** Each one key, or several one after the other: `j`, `g h`. `mod` is Ctrl, or ⌘ on computers by Apple. */
  keys: readonly string[]
  /** Whether it repeats while its key is held down. */
  repeats?: true
}

const layout = (name: ListLayout, key: string): CommandInfo => ({
  label: `${LAYOUTS[name].label}: ${LAYOUTS[name].about}`,
  words: 'view layout',
  group: 'In a list',
  keys: [key],
})

const TABLE = {
  search: { label: 'Search', group: 'Search', keys: ['/', 'mod+k'] },
  chooseTheme: { label: 'Choose a theme', words: 'filter topic', group: 'Search', keys: ['t'] },
  nextPaper: { label: 'Next paper', group: 'In a list', keys: ['j'], repeats: true },
  previousPaper: { label: 'Previous paper', group: 'In a list', keys: ['k'], repeats: true },
  openPaper: { label: 'Open the paper', group: 'In a list', keys: ['o'] },
  expand: { label: 'Show the whole abstract, or less', words: 'expand', group: 'In a list', keys: ['x'] },
  compact: layout('compact', '1'),
  cards: layout('cards', '2'),
  full: layout('full', '3'),
  openSource: {
    label: 'Open its source in a new tab',
    words: 'arXiv original',
    group: 'The paper',
    keys: ['v'],
  },
  cite: { label: 'Cite it', words: 'BibTeX RIS APA citation', group: 'The paper', keys: ['c'] },
  copyLink: { label: 'Copy its link', words: 'share address', group: 'The paper', keys: ['y'] },
  readNext: {
    label: 'Next paper of the list it was opened from',
    group: 'Reading',
    keys: ['j'],
    repeats: true,
  },
  readPrevious: {
    label: 'Previous paper of the list it was opened from',
    group: 'Reading',
    keys: ['k'],
    repeats: true,
  },
  goToFront: { label: 'Front page', words: 'home', group: 'Go to', keys: ['g h'] },
  goToThemes: { label: 'Themes', words: 'topics', group: 'Go to', keys: ['g t'] },
  goToDigests: { label: 'Digests', words: 'calendar days weeks', group: 'Go to', keys: ['g d'] },
  goToNewestDigest: { label: 'Newest digest', words: 'today latest', group: 'Go to', keys: [] },
  goToHelp: { label: 'Help', words: 'operators', group: 'Go to', keys: [] },
  showKeys: { label: 'Keyboard shortcuts', group: 'Help', keys: ['?'] },
} satisfies Record<string, CommandInfo>

export type CommandName = keyof typeof TABLE

/** All commands: the source of keys, palette, key sheet and help page. */
export const COMMANDS: Readonly<Record<CommandName, CommandInfo>> = TABLE

export const COMMAND_NAMES = Object.keys(COMMANDS) as CommandName[]

/** Keys that the browser or the search box answers without a command. */
export const OTHER_KEYS: readonly CommandInfo[] = [
  { label: 'All commands', group: 'Search', keys: ['mod+k mod+k'] },
  { label: 'All commands, in the search box', group: 'Search', keys: ['>'] },
  { label: 'Clear the search, leave it, or close what is open', group: 'Search', keys: ['Escape'] },
  { label: 'Leave the search box', group: 'Search', keys: ['Tab'] },
  { label: 'Open the paper that has the focus', group: 'In a list', keys: ['Enter'] },
]

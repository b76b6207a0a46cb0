import { paths } from '#core/site/paths.ts'
import { LAYOUTS, type Layout } from '#core/site/view.ts'
import { useCorpus } from '../state/corpus.ts'
import { type Act, cite, copyLink, expand, neighbour, open, openSource, showAs, step } from './actions.ts'
import type { Here, Place } from './here.ts'
import { openOverlay } from './overlay.ts'
import { toSearch } from './toSearch.ts'

/** The headings that commands stand under, in this order. */
export const GROUPS = ['Search', 'In a list', 'The paper', 'Reading', 'Go to', 'Help'] as const

/** Something that can be done from anywhere in a page: by keys, and from the palette. */
export interface Command {
  name: string
  /** Words that it is found by in the palette, too. */
  words?: string
  group: (typeof GROUPS)[number]
  /** Each one key, or several one after the other: `j`, `g h`. `mod` is Ctrl, or ⌘ on computers by Apple. */
  keys: readonly string[]
  /** The pages that it is for; all of them, where they are left out. */
  places?: readonly Place[]
  /** Whether it goes on while its key is held down. */
  repeats?: true
  does: (here: Here) => Act
}

const go = (
  name: string,
  words: string,
  key: string | undefined,
  path: () => string | undefined,
): Command => ({
  name,
  words,
  group: 'Go to',
  keys: key === undefined ? [] : [`g ${key}`],
  does: ({ site }) => {
    const to = path()
    return to === undefined ? undefined : () => site.go(to)
  },
})

const show = (layout: Layout, key: string): Command => ({
  name: `${LAYOUTS[layout].label}: ${LAYOUTS[layout].about}`,
  words: 'view layout',
  group: 'In a list',
  keys: [key],
  places: ['list'],
  does: () => showAs(layout),
})

function newestDigest(): string | undefined {
  const store = useCorpus.getState()
  const day = store.status === 'ready' ? store.corpus.newestDigest : undefined
  return day && paths.digest(day)
}

/** Every command there is. Keys, palette, the sheet of keys and the help page are made from this. */
export const COMMANDS: readonly Command[] = [
  {
    name: 'Search',
    group: 'Search',
    keys: ['/', 'mod+k'],
    does:
      ({ site }) =>
      () =>
        toSearch(site),
  },
  {
    name: 'Choose a theme',
    words: 'filter topic',
    group: 'Search',
    keys: ['t'],
    does: () => () => openOverlay({ kind: 'themes' }),
  },
  {
    name: 'Next paper',
    group: 'In a list',
    keys: ['j'],
    places: ['list'],
    repeats: true,
    does: here => step(here, 1),
  },
  {
    name: 'Previous paper',
    group: 'In a list',
    keys: ['k'],
    places: ['list'],
    repeats: true,
    does: here => step(here, -1),
  },
  { name: 'Open the paper', group: 'In a list', keys: ['o'], places: ['list'], does: open },
  {
    name: 'Show the whole abstract, or less',
    words: 'expand',
    group: 'In a list',
    keys: ['x'],
    places: ['list'],
    does: expand,
  },
  show('compact', '1'),
  show('cards', '2'),
  show('full', '3'),
  {
    name: 'Open its source in a new tab',
    words: 'arXiv original',
    group: 'The paper',
    keys: ['v'],
    places: ['list', 'reading'],
    does: openSource,
  },
  {
    name: 'Cite it',
    words: 'BibTeX RIS APA citation',
    group: 'The paper',
    keys: ['c'],
    places: ['list', 'reading'],
    does: cite,
  },
  {
    name: 'Copy its link',
    words: 'share address',
    group: 'The paper',
    keys: ['y'],
    places: ['list', 'reading'],
    does: copyLink,
  },
  {
    name: 'Next paper of the list it was opened from',
    group: 'Reading',
    keys: ['j'],
    places: ['reading'],
    repeats: true,
    does: () => neighbour('next'),
  },
  {
    name: 'Previous paper of the list it was opened from',
    group: 'Reading',
    keys: ['k'],
    places: ['reading'],
    repeats: true,
    does: () => neighbour('prev'),
  },
  go('Front page', 'home', 'h', () => paths.front()),
  go('Themes', 'topics', 't', () => paths.themes()),
  go('Digests', 'calendar days weeks', 'd', () => paths.digests()),
  go('Newest digest', 'today latest', undefined, newestDigest),
  go('Help', 'operators', undefined, () => paths.help()),
  {
    name: 'Keyboard shortcuts',
    group: 'Help',
    keys: ['?'],
    does: () => () => openOverlay({ kind: 'keys' }),
  },
]

/** Keys that the browser or the search box answers without a command: to be known, not to be run. */
export const OTHER_KEYS: readonly Pick<Command, 'name' | 'group' | 'keys'>[] = [
  { name: 'All commands', group: 'Search', keys: ['mod+k mod+k'] },
  { name: 'All commands, in the search box', group: 'Search', keys: ['>'] },
  { name: 'Clear the search, leave it, or close what is open', group: 'Search', keys: ['Escape'] },
  { name: 'Leave the search box', group: 'Search', keys: ['Tab'] },
  { name: 'Open the paper that has the focus', group: 'In a list', keys: ['Enter'] },
]

import type { ReactNode } from 'react'
import type { WordForm } from '#core/engine/searchExamples.ts'

/** The texts of the help page. Those around a link or an example take it as a node. */

export const title = 'Help'
export const onThisPage = 'On this page'

export const sections = {
  words: 'How words are found',
  operators: 'Operators',
  typing: 'While you type',
  keys: 'Keys',
  links: 'Links',
  themes: 'Themes',
  following: 'Following',
  citing: 'Citing and exporting',
  settings: 'Settings',
  stored: 'Offline and stored data',
  data: 'About the papers',
} as const

export const words = {
  about:
    'Type what you remember. Papers with all words come first. If there are few, papers with some of the words follow, marked as such. Operators and quotation marks always hold.',
  spelling:
    'A word with and without its hyphen is one word: “multi-agent”, “multiagent” and “multi agent” find the same. An acronym finds what papers say it means, and the other way round. “Why” on a paper says which words found it.',
}

export const forms: Record<WordForm, { title: string; about: ReactNode }> = {
  all: {
    title: 'All of the words',
    about:
      'In title, abstract or names, in any order. Endings do not matter: “reward” finds “rewards”. The beginning of the last word is enough.',
  },
  typo: {
    title: 'Typing errors',
    about:
      'A word that hardly any paper contains also finds words with a similar spelling. The list says which.',
  },
  phrase: {
    title: 'Phrases',
    about: 'Quotation marks ask for words exactly as they are, one after the other.',
  },
  without: {
    title: 'Without a word',
    about:
      'A minus leaves out the papers with what follows it: a word, a phrase, an operator, or parentheses. It matches word for word, so it never leaves out more than it says.',
  },
  either: {
    title: 'Either word',
    about: (
      <>
        A bar, or <code className="font-mono text-[0.9em]">OR</code> in capitals, between two. It binds
        tighter than a space: “audio tokenizer | codec” asks for audio with either of the others.
      </>
    ),
  },
  group: { title: 'Parentheses', about: 'They are read first.' },
}

export const operators = {
  about:
    'An operator narrows the list. Add as many as you like to the words, in any order. A minus before one reverses it, and a bar between two asks for either.',
  papers: (about: string): string => `Papers ${about}.`,
  known: (values: string): string =>
    `Takes one or more of ${values}, with commas between them: any of these.`,
  names: 'Takes a name, or several with commas between them: any of these.',
  date: 'Takes a date such as 2025, 2025-10 or 2025-10-11.',
  takes: (hint: string): string => `Takes ${hint}.`,
  suchAs: (example: ReactNode): ReactNode => <>Such as {example}. No paper here says it yet.</>,
}

export const typing =
  'The list under the search box completes operators and their values, with the number of papers for each, and names themes and papers that fit your words. Enter searches for your words unless you have chosen something. An empty box lists your last queries.'

export const keys =
  'Keys do nothing while you type, and you can switch off single keys in the settings. In the list under the search box the arrow keys choose, and Delete forgets a query. Alt with a click on a filter leaves its papers out.'

export const links =
  'The address of a list holds its query, order, layout and page. Anyone who opens it sees what you see. A paper’s address stays the same; older ones lead to it.'

export const themes = {
  about: (all: ReactNode): ReactNode => (
    <>
      A theme is a query with a name. Its page shows its rule: a paper belongs to the theme if its title and
      abstract match the rule word for word. Nobody sorts papers by hand. {all}
    </>
  ),
  all: 'All themes',
  example: (theme: ReactNode, rule: ReactNode): ReactNode => (
    <>
      {theme}, for one, has the rule {rule}
    </>
  ),
  edit: 'Edit it as a search',
  own: 'You can turn any search into a theme. “Follow” above its list shows the record to add. Send it to the person who publishes the site, with a name and a sentence that says what the theme means.',
}

export const following = {
  about:
    'A feed brings new papers to a feed reader with their whole abstracts. There is one for all papers, one for each theme, and one for each recent digest. “Follow” above a list has its address, or says how to make the search a theme.',
  allPapers: 'All papers:',
  theme: (label: string): string => `${label}:`,
  calendar: (link: (label: string) => ReactNode): ReactNode => (
    <>The digests as {link('a calendar')}, to subscribe to</>
  ),
  openSearch: (site: string, link: (label: string) => ReactNode): ReactNode => (
    <>
      {link('A description of the search')} (OpenSearch), by which browsers search {site} from their address
      bar
    </>
  ),
}

export const citing = {
  one: (formats: string, last: string): string =>
    `“Cite” has a paper as ${formats} or ${last}, to copy or to save, and says if authors or date are unknown. Reference managers read the pages of papers, and lists, by themselves.`,
  list: '“Export” above a list saves all its papers in its order, not only those of the page, in these formats or as CSV for spreadsheets. A paper has the same key in every file.',
}

export const settings = {
  about:
    'Set the colours, the size of text, how tightly lists are set, how much of each abstract cards show, and whether single keys work. A change works at once, in all tabs, and stays for your next visit.',
  open: 'Open the settings',
}

export const stored = {
  about: (offline: ReactNode): ReactNode => (
    <>
      Everything runs in your browser. {offline} There is no account, there are no cookies, and nothing that
      you type is sent anywhere. Your browser stores:
    </>
  ),
  queries: 'The queries you used last',
  aboutQueries: (most: number): string =>
    `At most ${most}, for the list under the empty search box. The cross beside one, or Delete, removes it.`,
  noQueries: 'There are none now.',
  removeQuery: 'Remove the one there is',
  removeQueries: (count: string): string => `Remove all ${count}`,
  queriesRemoved: 'Recent queries removed',
  settings: 'Your settings',
  aboutSettings:
    'The ones that differ from the defaults. “Reset to the defaults” in the settings removes them.',
  places: 'Your scroll positions',
  aboutPlaces:
    'How far you had scrolled in the pages you visited and which papers you had expanded, so that Back leads there. Closing the tab removes them.',
  files: 'Files of the site',
  aboutFiles:
    'Papers, index and scripts, as far as there is room, so that they load only once. Newer ones replace them; the browser removes them when it needs the room.',
  removeAll: 'Deleting the data of this site in your browser removes all of it at once.',
  offlineImpossible: 'It needs a network at each visit: this browser cannot store the site.',
  offlineNoRoom:
    'It needs a network at each visit: this browser has no room to store the site. The site asks again with its next version, or in a week.',
  offline:
    'After one visit, all pages, papers and searches work without a network, as of the last time there was one; a line below the masthead says so. If your browser can install the site, it opens like any other program.',
}

export const data = {
  asOf: 'Data as of',
  newestDigest: ', the newest digest:',
  loading: 'The papers are loading',
  sources:
    'They come from digests, from the arXiv, or from files that the person who publishes the site took in. A paper that several sources know is one paper here, and each source adds what the others leave out. Titles and abstracts belong to their authors and are shown as the source gave them.',
  published: 'Published',
  aboutPublished:
    'The day a paper first appeared, usually on arXiv. If a source named a day without its year, the year is worked out, and the page of the paper says so.',
  listed: 'Listed',
  aboutListed: 'The day a digest named it, which may be weeks later, or more than once.',
  calendar: 'The calendar of digests',
  counts: 'Comments and upvotes',
  aboutCounts: 'As of the digest. They are not counted again.',
  unknown: 'Unknown',
  aboutUnknown: 'A field that no source gave is shown as unknown, and never guessed.',
  licences: 'Licences',
  aboutLicences: 'of the programs and the font that this site uses.',
  digests: (count: string, isOne: boolean, since: string): string =>
    `, in ${count} ${isOne ? 'digest' : 'digests'} since ${since}`,
  publishedIn: (month: string): string => `, published in ${month}`,
  publishedFromTo: (first: string, last: string): string => `, published from ${first} to ${last}`,
  undated: (papers: string): string => `; of ${papers} the day is unknown`,
}

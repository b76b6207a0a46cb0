import {
  accentColor,
  apiAddress,
  basePath,
  choice,
  choices,
  count,
  day,
  type FlagKind,
  list,
  path,
  period,
  SWITCH,
  seconds,
  siteAddress,
  siteName,
  words,
} from './flagKinds.ts'

/** A flag, wherever it occurs: commands add defaults and limits, never another meaning. */
export interface Flag<Value = unknown> {
  kind: FlagKind<Value>
  /** The value as help texts name it; flags without a value have none. */
  placeholder?: string
  description: string
  /** Each use of the flag adds to the values before. */
  isRepeatable?: true
}

/** All flags of all commands. */
export const FLAGS = {
  accent: {
    kind: accentColor,
    placeholder: 'COLOUR',
    description: 'the colour of links, such as #7a2e1d; dark pages take a lighter one of the same hue',
  },
  base: {
    kind: basePath,
    placeholder: 'PATH',
    description: 'the path below which the host serves the site, such as /papers/ (default: that of --site)',
  },
  'base-url': { kind: apiAddress, placeholder: 'ADDRESS', description: 'another address of the API' },
  browser: { kind: words('the name of a browser'), placeholder: 'NAME', description: 'only this browser' },
  cap: { kind: count, placeholder: 'SECONDS', description: 'time limit per engine, reading excluded' },
  complete: {
    kind: SWITCH,
    description:
      'take in the papers that a text names by arXiv id, link or DOI, and fetch the rest from the arXiv API',
  },
  corpus: { kind: path('a corpus'), placeholder: 'PATH', description: 'the folder of the corpus' },
  count: { kind: count, placeholder: 'N', description: 'how many papers or queries to sample' },
  data: {
    kind: path('a folder'),
    placeholder: 'FOLDER',
    description: 'the folder with papers/ and themes.json',
  },
  date: { kind: day, placeholder: 'YYYY-MM-DD', description: 'the day of the digest' },
  days: { kind: count, placeholder: 'N', description: 'fetch N days: that of --date and those before it' },
  dist: { kind: path('a built site'), placeholder: 'FOLDER', description: 'the built site' },
  'dry-run': { kind: SWITCH, description: 'report only, write nothing' },
  engines: {
    kind: choices,
    placeholder: 'NAMES',
    description: 'only these engines, between commas',
    isRepeatable: true,
  },
  explain: { kind: SWITCH, description: 'say for each paper what matched' },
  first: { kind: count, placeholder: 'N', description: 'only the first N papers of the file' },
  from: { kind: choice, placeholder: 'SITE', description: 'fetch from this site instead of reading files' },
  gold: {
    kind: path('a gold table'),
    placeholder: 'FILE',
    description: 'which keywords mean which theme (default: data/themes.gold.json)',
  },
  json: { kind: SWITCH, description: 'print the result as JSON, and nothing else on standard output' },
  limit: { kind: count, placeholder: 'N', description: 'at most N papers' },
  name: { kind: siteName, placeholder: 'NAME', description: 'the name of the site' },
  'no-offline': {
    kind: SWITCH,
    description:
      'build a site that does not work offline, and remove what browsers cached of an earlier build',
  },
  out: { kind: path('a folder'), placeholder: 'FOLDER', description: 'the folder to write to' },
  'paper-pages': {
    kind: count,
    placeholder: 'N',
    description: 'prerender pages for the N newest papers; the app renders all others',
  },
  papers: {
    kind: path('a file of papers'),
    placeholder: 'FILE',
    description: 'papers {id, title, abstract, …}, one JSON object per line (.jsonl or .jsonl.gz)',
  },
  port: { kind: count, placeholder: 'N', description: 'the port to serve at' },
  qrels: {
    kind: path('a file of judgements'),
    placeholder: 'FILE',
    description: 'judgements: query, document and grade, separated by tabs',
  },
  queries: {
    kind: path('a file of queries'),
    placeholder: 'FILE',
    description: 'queries {id, text}, one JSON object per line',
  },
  query: {
    kind: words("a query of the arXiv API, such as 'cat:cs.CL'"),
    placeholder: 'QUERY',
    description: "a query of the arXiv API: 'cat:cs.CL AND abs:retrieval'",
  },
  readme: { kind: SWITCH, description: 'take the pictures of the README instead' },
  reason: {
    kind: words('a reason'),
    placeholder: 'TEXT',
    description: 'why, for the list of removed papers',
  },
  refetch: { kind: SWITCH, description: 'fetch again what is cached already' },
  remove: {
    kind: SWITCH,
    description:
      'remove the papers with these ids, and list them in removed.json: no source brings them back',
  },
  restore: {
    kind: SWITCH,
    description: 'take the papers with these ids off that list: their sources can bring them back',
  },
  runs: { kind: count, placeholder: 'N', description: 'how many times to run' },
  screens: {
    kind: list('the beginning of the name of a screen'),
    placeholder: 'NAME',
    description: 'only screens whose name begins with NAME',
    isRepeatable: true,
  },
  seed: { kind: count, placeholder: 'N', description: 'another number samples other papers and queries' },
  show: {
    kind: words('the id of a theme'),
    placeholder: 'ID',
    description: 'one theme: what each alternative of its rule finds, its misses and its false hits',
  },
  since: {
    kind: period,
    placeholder: 'DAY',
    description: 'only papers listed (else published) from this day, month or year on',
  },
  site: {
    kind: siteAddress,
    placeholder: 'ADDRESS',
    description:
      'the public address of the site, for feeds and previews (default: where npm start serves it)',
  },
  sources: {
    kind: path('a folder'),
    placeholder: 'FOLDER',
    description: 'the folder that caches the responses',
  },
  story: {
    kind: words('words of a story'),
    placeholder: 'WORDS',
    description: 'only stories with these words',
  },
  strict: { kind: SWITCH, description: 'write nothing if anything was left out' },
  themes: {
    kind: path('a file of themes'),
    placeholder: 'FILE',
    description: 'the file of the themes (default: data/themes.json)',
  },
  timeout: {
    kind: seconds,
    placeholder: 'SECONDS',
    description: 'how long the next part of a response may take (default: 10)',
  },
  translators: {
    kind: path("Zotero's translators"),
    placeholder: 'FOLDER',
    description: "the folder with Zotero's translators (default: $ZOTERO_TRANSLATORS)",
  },
  until: {
    kind: period,
    placeholder: 'DAY',
    description: 'only papers listed (else published) up to this day, month or year',
  },
  whole: { kind: count, placeholder: 'N', description: 'kill a whole build in every Nth run' },
  write: { kind: SWITCH, description: 'record the answers again instead of comparing' },
} as const satisfies Record<string, Flag>

export type FlagName = keyof typeof FLAGS

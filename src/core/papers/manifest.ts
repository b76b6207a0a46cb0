import * as z from 'zod/mini'
import { Day, Paper } from './paper.ts'
import { Theme } from './theme.ts'

/**
 * A paper as the site publishes it: title and abstract in their display form, themes worked out, provenance left
 * behind.
 */
export const CorpusPaper = z.extend(
  z.pick(Paper, {
    id: true,
    aliases: true,
    title: true,
    abstract: true,
    arxivId: true,
    authors: true,
    authorsEndInOthers: true,
    authorCount: true,
    organization: true,
    publishedAt: true,
    publishedYearInferred: true,
    listedOn: true,
    comments: true,
    upvotes: true,
    codeUrls: true,
    projectUrls: true,
    categories: true,
    addedOn: true,
    titleTex: true,
  }),
  {
    /** Lists that most papers have empty are absent then. */
    dois: z.exactOptional(Paper.shape.dois),
    authorNames: z.exactOptional(Paper.shape.authorNames),
    paperUrls: z.exactOptional(Paper.shape.paperUrls),
    /** Ids of the themes whose rule the paper meets, in the order of `themes.json`. */
    themes: z.array(z.string()),
  },
)
export type CorpusPaper = z.infer<typeof CorpusPaper>

/** The papers of one period, one file of `dist/corpus/`. */
export const SegmentFile = z.object({ version: z.literal(1), papers: z.array(CorpusPaper) })

const FileEntry = z.object({
  /** File name beside the manifest. It contains a part of the hash, so a file never changes under its name. */
  file: z.string(),
  /** Length of the file in bytes, before any compression by the host. */
  bytes: z.int(),
  /** SHA-256 of these bytes, lower-case hexadecimal. */
  sha256: z.string(),
})
export type FileEntry = z.infer<typeof FileEntry>

const SegmentEntry = z.object({
  /** As `periodsOf` names it, or `undated`. */
  period: z.string(),
  count: z.int(),
  /** A `SegmentFile`. */
  papers: FileEntry,
  /** The search index of these papers, as `buildSegment` makes it, in the gzip format: hosts compress text only. */
  index: FileEntry,
})
export type SegmentEntry = z.infer<typeof SegmentEntry>

/** Facts about the words of the corpus as a whole. */
export const LexiconFile = z.object({
  version: z.literal(3),
  /** The words that `lexiconWords` chooses, as `packWords` packs them. */
  words: z.string(),
  frequencies: z.string(),
  /** As `acronymsOf` chooses them. */
  acronyms: z.array(z.object({ short: z.string(), long: z.array(z.string()), papers: z.int() })),
  /** Compounds, as `compoundsOf` chooses them, between spaces. The key is part of the file format of version 3. */
  joins: z.string(),
})
export type LexiconFile = z.infer<typeof LexiconFile>

/** `dist/corpus/manifest.json`: what the corpus consists of, the newest papers first. */
export const Manifest = z.object({
  version: z.literal(3),
  papers: z.int(),
  /** The newest digest day, absent where no paper was listed or added on a known day. */
  newestDigest: z.exactOptional(Day),
  themes: z.array(Theme),
  /** A `LexiconFile`. */
  lexicon: FileEntry,
  segments: z.array(SegmentEntry),
})
export type Manifest = z.infer<typeof Manifest>

import type { PaperRecord } from '../papers/paper.ts'
import type { JsonObject } from '../text/jsonObject.ts'
import type { Problem } from '../text/problem.ts'
import { saysNothing } from '../text/receivedText.ts'
import { authorList } from './authorList.ts'
import { categoriesAmong } from './categories.ts'
import { codeLinks } from './codeLinks.ts'
import { EntryFields } from './entryFields.ts'
import {
  commentsValue,
  countValue,
  dateValue,
  dayValue,
  identifierTexts,
  kindValue,
  Misfit,
  organizationValue,
  Partly,
  summaryValue,
  textValue,
  urlValue,
  type ValueReader,
  versionValue,
  wordsValue,
} from './factValues.ts'
import { identified, identifierFault, idText } from './identifiers.ts'
import { recordOf } from './record.ts'
import type { Fact, Shape } from './shape.ts'
import { rejected, type SourceReading } from './source.ts'
import { titleMissing, unknownFields } from './unknownFields.ts'

/** Facts about a record from outside it. */
export interface EntryContext {
  /** The file's name. */
  name: string
  /** The day of the list, where it is one. */
  listed?: string | undefined
  /** The day its counts are of. */
  captured?: string | undefined
  /** The place in the list of the day, from 1. */
  position?: number
}

/** Formats that people write, or keep: what an index says otherwise than expected is its way. */
const PERSONS_OWN: ReadonlySet<string> = new Set(['json-lines', 'csl'])
const NO_PATHS: readonly string[][] = []
const pathsOfShapes = new WeakMap<Shape, Map<Fact, string[][]>>()

/** The paths of the fields in which a fact may stand. They are made once. */
function pathsOf(shape: Shape, fact: Fact): readonly string[][] {
  let paths = pathsOfShapes.get(shape)
  if (paths === undefined) {
    const facts = Object.entries(shape.fields) as [Fact, readonly string[]][]
    paths = new Map(facts.map(([name, fields]) => [name, fields.map(field => field.split('.'))]))
    pathsOfShapes.set(shape, paths)
  }
  return paths.get(fact) ?? NO_PATHS
}

/** The fields of one record, by the facts in them. */
class ShapedFields {
  readonly entry: EntryFields
  readonly #shape: Shape

  constructor(value: JsonObject, shape: Shape, where: string) {
    this.entry = new EntryFields(value, where)
    this.#shape = shape
  }

  *#values(fact: Fact): Generator<[path: readonly string[], value: unknown]> {
    for (const path of pathsOf(this.#shape, fact)) {
      const value = this.entry.value(path)
      if (value === undefined || value === '') continue
      // A paper may be called “None”.
      if (fact === 'title' || typeof value !== 'string' || !saysNothing(value)) yield [path, value]
    }
  }

  /** The first value that says something; those before it that are wrong are reported. */
  first<T>(fact: Fact, read: ValueReader<T>): T | undefined {
    for (const [path, value] of this.#values(fact)) {
      const found = read(value, path.at(-1) ?? '')
      if (found instanceof Misfit) this.entry.leaveOut(path, found.message)
      else if (found instanceof Partly) {
        this.entry.leaveOut(path, found.message)
        return found.value
      } else if (found !== undefined) return found
    }
    return undefined
  }

  all<T>(fact: Fact, read: ValueReader<T>): T[] {
    return [...this.#values(fact)].flatMap(([path, value]) => {
      const found = read(value, path.at(-1) ?? '')
      if (found instanceof Misfit || found instanceof Partly) this.entry.leaveOut(path, found.message)
      if (found instanceof Partly) return [found.value]
      return found instanceof Misfit || found === undefined ? [] : [found]
    })
  }

  identifiers(): string[] {
    return [...this.#values('identifiers')].flatMap(([path, value]) => {
      const texts = identifierTexts(value).flatMap(id => idText(id).split('\n'))
      const field = path.at(-1) ?? ''
      if (PERSONS_OWN.has(this.#shape.format)) {
        for (const message of new Set(texts.map(text => identifierFault(field, text))))
          if (message !== undefined) this.entry.leaveOut(path, message)
      }
      return texts
    })
  }

  /** The first list with a name in it. Entries without one are counted and reported. */
  authors(): Pick<PaperRecord, 'authors' | 'authorNames' | 'authorsEndInOthers' | 'authorCount'> {
    for (const [path, value] of this.#values('authors')) {
      const list = authorList(value)
      if (list === undefined) {
        this.entry.leaveOut(path, 'neither a list of names nor a text')
        continue
      }
      const { authors, authorNames, nameless, hidden, endsInOthers } = list
      if (nameless > 0) this.entry.leaveOut(path, 'an author without a name', nameless)
      const count = authors.length + nameless + hidden
      if (count === 0) continue
      return {
        authors,
        authorNames,
        ...(endsInOthers && { authorsEndInOthers: true }),
        // How many others there are is unknown.
        ...(count > authors.length && !endsInOthers && { authorCount: count }),
      }
    }
    return { authorNames: [] }
  }
}

/** In characters. A longer text is no title, but a text in its field. */
const MAX_TITLE = 10_000

/** The addresses of code: those that a field names, the one that the paper's address is, those in the abstract. */
function codeUrlsOf(named: readonly string[], others: readonly string[], abstract = ''): string[] {
  const all = [...named.map(url => codeLinks(url)[0] ?? url), ...others, ...codeLinks(abstract)]
  const known = new Set<string>()
  return all.filter(url => !known.has(url.toLowerCase()) && known.add(url.toLowerCase()))
}

/** Keywords of one text stand between commas or semicolons. */
const keywordsOf = (lists: readonly string[][]): string[] =>
  [
    ...new Set(
      lists.flatMap(list =>
        list.length === 1 ? (list[0] as string).split(/[,;]/).map(word => word.trim()) : list,
      ),
    ),
  ].filter(word => word !== '')

/** The place in a list is one in the list of that day only. */
const positionIn = (listed: string | undefined, { listed: day, position }: EntryContext) =>
  listed !== undefined && listed === day && position !== undefined && { positions: { [listed]: position } }

const dates = (publishedAt: string | undefined, revisedAt: string | undefined) => ({
  publishedAt,
  // A revision on the day of publication, or before it, is none.
  revisedAt:
    revisedAt !== undefined && publishedAt !== undefined && revisedAt <= publishedAt ? undefined : revisedAt,
})

/** Reads one object of a shape. Each fact that is not as expected is left out and reported; the rest is kept. */
export function readShaped(
  value: JsonObject,
  shape: Shape,
  where: string,
  context: EntryContext,
): SourceReading {
  const message = shape.passedOver?.(value)
  if (message !== undefined)
    return { records: [], problems: [{ where, message: `passed over: ${message}`, dropped: false }] }
  const entry = shape.prepared?.(value) ?? value
  const fields = new ShapedFields(entry, shape, where)
  const title = fields.first('title', textValue)
  const unit = where.startsWith('line') && !where.includes('[') ? 'line' : 'entry'
  if (title === undefined) {
    return rejected(
      `${unit} left out: title ${fields.entry.leftOut[0]?.message ?? titleMissing(entry)}`,
      where,
    )
  }
  if (title.length > MAX_TITLE)
    return rejected(`${unit} left out: title longer than ${MAX_TITLE} characters`, where)
  const abstract = fields.first('abstract', textValue)
  const summary = fields.first('summary', summaryValue)
  const { arxivId, dois, paperUrls, codeUrls } = identified(fields.identifiers())
  const listed = fields.first('listed', dayValue) ?? context.listed
  const captured = context.captured ?? listed
  const upvotes = fields.first('upvotes', countValue)
  const comments = fields.first('comments', commentsValue)
  const stars = fields.first('stars', countValue)
  const { categories, others } = categoriesAmong(fields.all('categories', wordsValue).flat())
  const published = fields.first('published', dateValue)
  const paper = recordOf(
    { name: context.name, format: shape.format },
    {
      title,
      abstract,
      summary: summary === abstract ? undefined : summary,
      arxivId,
      dois,
      ...fields.authors(),
      organization: fields.first('organization', organizationValue),
      ...dates(published, fields.first('revised', dateValue)),
      version: arxivId === undefined ? undefined : fields.first('version', versionValue),
      kind: fields.first('kind', kindValue),
      listedOn: listed === undefined ? [] : [listed],
      ...positionIn(listed, context),
      upvotes,
      upvotesOn: upvotes === undefined ? undefined : captured,
      comments,
      commentsOn: comments === undefined ? undefined : captured,
      stars,
      starsOn: stars === undefined ? undefined : captured,
      paperUrls,
      codeUrls: codeUrlsOf(fields.all('code', urlValue), codeUrls, abstract),
      projectUrls: fields.all('project', urlValue),
      thumbnailUrl: fields.first('thumbnail', urlValue),
      keywords: [...new Set([...keywordsOf(fields.all('keywords', wordsValue)), ...others])],
      categories,
    },
  )
  const problems: Problem[] = [...fields.entry.problems, ...unknownFields(entry, shape, where)]
  const hasDay = listed !== undefined || published !== undefined
  if (shape.isListing && !hasDay) {
    const message = 'nothing says when it was published or listed: name the day of the list with --date'
    problems.push({ where, message, dropped: false })
  }
  return { records: [{ paper, where, enrichesOnly: false }], problems }
}

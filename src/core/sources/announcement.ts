import { XmlElement } from '@rgrove/parse-xml'
import { ANNOUNCEMENTS, type PaperRecord } from '../papers/paper.ts'
import { excerpt, receivedText } from '../text/receivedText.ts'
import { authorList } from './authorList.ts'
import { categoriesAmong } from './categories.ts'
import { codeLinks } from './codeLinks.ts'
import { identified } from './identifiers.ts'
import { withoutMarkup } from './markup.ts'
import { recordOf } from './record.ts'
import { rejected, type SourceReading } from './source.ts'

/** Facts about an announcement from outside its entry. */
interface OfDay {
  /** The file's name. */
  name: string
  listed: string | undefined
  /** From 1. */
  position: number
}

/** `arXiv:2510.10001v1 Announce Type: new Abstract: …`, of which only what follows is the abstract. */
const HEAD = /^arXiv:(\S{1,40})\s+Announce Type:\s*([a-z-]{1,20})\s+(?:Abstract:\s*)?/i
/** The end of a title of 2023: `(arXiv:2310.10001v1 [cs.LG] UPDATED)`. */
const TAIL = /^\(arXiv:(\S{1,40}) \[([\w.-]{1,20})\](?: ([A-Z ]{1,20}))?\)$/

const localName = ({ name }: XmlElement): string => name.slice(name.indexOf(':') + 1)

/** The texts of the children of these names, whatever their prefix: the feeds have changed theirs. */
const textsIn = (entry: XmlElement, ...names: string[]): string[] =>
  entry.children
    .filter((child): child is XmlElement => child instanceof XmlElement && names.includes(localName(child)))
    .map(child => child.attributes.term ?? (child.text || (child.attributes.href ?? '')))

/** One element a name, or one for all, the names between commas; old feeds have links in it. */
function authorsOf(entry: XmlElement): Pick<PaperRecord, 'authors' | 'authorNames' | 'authorsEndInOthers'> {
  const elements = entry.children.filter(
    (child): child is XmlElement =>
      child instanceof XmlElement && ['creator', 'author'].includes(localName(child)),
  )
  const names = elements.map(element => textsIn(element, 'name')[0] ?? element.text)
  const lists = names.map(name => authorList(withoutMarkup(receivedText(name))))
  const authors = lists.flatMap(list => list?.authors ?? [])
  return {
    authors,
    ...(lists.some(list => list?.endsInOthers) && { authorsEndInOthers: true }),
    authorNames: lists.flatMap(list => list?.authorNames ?? []),
  }
}

type Announced = NonNullable<PaperRecord['announced']>
const announcedOf = (text = ''): Announced | undefined => {
  const bare = text.trim().toLowerCase()
  if (bare === 'updated') return 'replace'
  return ANNOUNCEMENTS.find(kind => kind === bare)
}

const versionOf = (id: string): number | undefined => {
  const version = /v(\d{1,3})$/.exec(id.trim())?.[1]
  return version === undefined || version === '0' ? undefined : Number(version)
}

/** Reads one entry of an announcement. A new version of a paper is a fact about it, and no new paper. */
export function readAnnouncement(
  entry: XmlElement,
  where: string,
  { name, listed, position }: OfDay,
): SourceReading {
  const [summary = ''] = textsIn(entry, 'summary', 'description').map(receivedText)
  const [written = ''] = textsIn(entry, 'title').map(receivedText)
  const head = HEAD.exec(summary)
  const tailAt = written.lastIndexOf('(arXiv:')
  const tail = tailAt === -1 ? null : TAIL.exec(written.slice(tailAt))
  const ids = [
    ...textsIn(entry, 'id', 'guid'),
    ...(head ? [`arXiv:${head[1]}`] : []),
    ...(tail ? [`arXiv:${tail[1]}`] : []),
    ...textsIn(entry, 'link'),
  ]
  const { arxivId } = identified(ids.map(receivedText))
  if (arxivId === undefined) {
    const [id] = ids.filter(text => text.trim() !== '')
    return rejected(
      `entry left out: ${id === undefined ? 'no id' : `“${excerpt(id)}” is no arXiv id`}`,
      where,
    )
  }
  // The feeds of 2023 put a full stop between title and id.
  const title = receivedText(
    withoutMarkup(tail ? written.slice(0, tailAt).trim().replace(/\.$/, '') : written),
  )
  if (title === '') return rejected(`entry left out: ${arxivId} has no title`, where)
  const announced =
    announcedOf(textsIn(entry, 'announce_type')[0]) ?? announcedOf(head?.[2]) ?? announcedOf(tail?.[3])
  const isReplaced = announced === 'replace' || announced === 'replace-cross'
  const abstract = receivedText(withoutMarkup(summary.replace(HEAD, '').replace(/^Abstract:\s*/i, '')))
  const { dois } = identified(textsIn(entry, 'DOI', 'doi'))
  const isListed = listed !== undefined && !isReplaced
  const paper = recordOf(
    { name, format: 'arxiv-feed' },
    {
      title,
      arxivId,
      dois,
      abstract: abstract || undefined,
      ...authorsOf(entry),
      version: ids.map(versionOf).find(version => version !== undefined),
      revisedAt: isReplaced ? listed : undefined,
      announced,
      listedOn: isListed ? [listed] : [],
      ...(isListed && { positions: { [listed]: position } }),
      codeUrls: codeLinks(abstract),
      categories: categoriesAmong([...textsIn(entry, 'category'), tail?.[2] ?? '']).categories,
    },
  )
  return { records: [{ paper, where, enrichesOnly: isReplaced }], problems: [] }
}

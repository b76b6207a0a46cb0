import * as z from 'zod/mini'
import { DEVICE_NAME } from '../text/fileNames.ts'
import { isArxivId } from './arxiv.ts'

/**
 * The longest id, in bytes of UTF-8. File systems take 255 for a name, and behind an id come `.html` and what a file is
 * called while it is written.
 */
const LONGEST = 195

/** Endings of the files beside the page of a paper end in: a paper `x.bib` would write over the citation of the paper `x`. */
const FILE_ENDING = /\.(?:html?|bib|ris|json|md|txt|csv|jpg|xml|gz|br)$/i

/**
 * Why a text cannot be the id of a paper, as what follows “an id that …”; nothing where it can. An id is a part of
 * addresses and of file names, on every system: it must be a name for a file on each of them.
 */
export function idFault(id: string): string | undefined {
  if (id === '') return 'is empty'
  if (/\p{Surrogate}/u.test(id)) return 'holds half a character (a lone surrogate)'
  if (/\p{Cc}/u.test(id)) return 'holds a control character'
  if (id !== id.trim()) return 'begins or ends with white space'
  if (id.includes('/') && !isArxivId(id)) return 'holds a slash and is no arXiv id'
  const forbidden = /[\\<>:"|?*]/.exec(id)?.[0]
  if (forbidden !== undefined) return `holds ${forbidden}, which file names on Windows cannot have`
  if (id.startsWith('.')) return 'begins with a dot'
  if (id.endsWith('.')) return 'ends with a dot'
  if (DEVICE_NAME.test(id.replace(/\..*/s, ''))) return 'is the name of a device on Windows'
  const ending = FILE_ENDING.exec(id)?.[0]
  if (ending !== undefined) return `ends in ${ending}, as files beside the page of a paper do`
  const bytes = new TextEncoder().encode(id).length
  if (bytes > LONGEST) return `is ${bytes} bytes long, and file names have room for ${LONGEST}`
  return undefined
}

/** An id or alias of a paper. */
export const PaperId = z.string().check(context => {
  const fault = idFault(context.value)
  if (fault !== undefined)
    context.issues.push({ code: 'custom', input: context.value, message: `an id that ${fault}` })
})

/** The same for two ids that are one name on file systems which do not tell upper from lower case, or composed letters. */
export const idKey = (id: string): string => id.normalize('NFC').toLowerCase()

interface Named {
  id: string
  aliases: readonly string[]
  /** Where it stands, for messages. */
  place: string
}

export interface Clash {
  /** The position of the paper that cannot have the id. */
  index: number
  where: string
  message: string
}

/**
 * Ids that two papers claim. An id belongs to the first paper that has it, before those that have it as an alias; the others
 * cannot be published beside it.
 */
export function clashesOf(papers: readonly Named[]): Clash[] {
  const owners = new Map<string, number>()
  const clashes: Clash[] = []
  const claim = (id: string, index: number, where: string): boolean => {
    const key = idKey(id)
    const owner = owners.get(key)
    if (owner === undefined) owners.set(key, index)
    if (owner === undefined || owner === index) return true
    const { id: other, place } = papers[owner] as Named
    const spelling = idKey(other) === key && other !== id ? ` (as “${other}”, which is one file name)` : ''
    clashes.push({ index, where, message: `“${id}” leads to another paper already, ${place}${spelling}` })
    return false
  }
  const left = papers.flatMap((paper, index) => (claim(paper.id, index, 'id') ? [{ paper, index }] : []))
  for (const { paper, index } of left) {
    paper.aliases.every((alias, at) => claim(alias, index, `aliases[${at}]`))
  }
  return clashes
}

import { isObject, type JsonObject, ownValue } from '../text/jsonObject.ts'
import type { Shape } from './shape.ts'

const MAX_WORDS = 20_000

/** The text of an inverted index, `{ word: [its positions] }`; nothing where it has none. */
function textOfIndex(index: JsonObject): string | undefined {
  const words: [number, string][] = []
  for (const [word, positions] of Object.entries(index)) {
    if (!Array.isArray(positions)) continue
    for (const position of positions) {
      if (typeof position === 'number' && words.length < MAX_WORDS) words.push([position, word])
    }
  }
  const text = words.sort(([a], [b]) => a - b).map(([, word]) => word)
  return text.length === 0 ? undefined : text.join(' ')
}

const listAt = (entry: JsonObject, key: string): unknown[] => {
  const value = ownValue(entry, key)
  return Array.isArray(value) ? value : []
}

/** Addresses of all places where a work stands: the arXiv is often one of them. */
const addressesOf = (entry: JsonObject): unknown[] =>
  [ownValue(entry, 'primary_location'), ...listAt(entry, 'locations'), ownValue(entry, 'best_oa_location')]
    .filter(isObject)
    .flatMap(location => [ownValue(location, 'landing_page_url'), ownValue(location, 'pdf_url')])
    .filter(address => typeof address === 'string')

/** Works of the OpenAlex API (api.openalex.org/works). Their abstracts are inverted indexes; titles hold some HTML. */
export const openAlex: Shape = {
  format: 'openalex',
  called: 'works of OpenAlex',
  isOne: entry =>
    'abstract_inverted_index' in entry ||
    'authorships' in entry ||
    /^https?:\/\/(?:api\.)?openalex\.org\/(?:works\/)?W\d/i.test(String(ownValue(entry, 'id'))),
  fields: {
    title: ['title', 'display_name'],
    abstract: ['abstract', 'abstract_inverted_index'],
    authors: ['authorships'],
    identifiers: ['ids.arxiv', 'doi', 'ids.doi', 'addresses'],
    published: ['publication_date', 'publication_year'],
    kind: ['type', 'type_crossref'],
    keywords: ['keywords'],
  },
  prepared(entry) {
    const index = ownValue(entry, 'abstract_inverted_index')
    const text = isObject(index) ? textOfIndex(index) : undefined
    return {
      ...entry,
      addresses: addressesOf(entry),
      ...(isObject(index) && { abstract_inverted_index: text ?? null }),
    }
  },
}

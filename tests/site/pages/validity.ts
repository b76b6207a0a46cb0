import { readFileSync } from 'node:fs'
import { Ajv } from 'ajv'
import addFormats from 'ajv-formats'
import jsonFeedSchema from 'jsonfeed-schema/schema-v1.1.json' with { type: 'json' }
import { RelaxNGValidator, XmlDocument, XsdValidator } from 'libxml2-wasm'

const SCHEMAS = 'tests/fixtures/schemas'

const parsed = (file: string): XmlDocument =>
  XmlDocument.fromString(readFileSync(`${SCHEMAS}/${file}`, 'utf8'))

const validators = {
  atom: RelaxNGValidator.fromDoc(parsed('atom.rng')),
  sitemap: XsdValidator.fromDoc(parsed('sitemap.xsd')),
  sitemapIndex: XsdValidator.fromDoc(parsed('siteindex.xsd')),
}

/**
 * Reads a document and holds it to its schema, with libxml2.
 *
 * @throws Error where it is no XML or not valid
 */
export function validXml(text: string, schema: keyof typeof validators): XmlDocument {
  const document = XmlDocument.fromString(text)
  validators[schema].validate(document)
  return document
}

const NAMESPACES = {
  atom: 'http://www.w3.org/2005/Atom',
  map: 'http://www.sitemaps.org/schemas/sitemap/0.9',
}

/** The texts that an XPath finds. */
export const textsIn = (document: XmlDocument, path: string): string[] =>
  document.find(path, NAMESPACES).map(node => node.content)

interface JsonFeed {
  feed_url: string
  items: Record<string, unknown>[]
}

const ajv = new Ajv({ allErrors: true })
addFormats.default(ajv)
const isJsonFeed = ajv.compile<JsonFeed>(jsonFeedSchema)

/**
 * Reads a JSON Feed and holds it to the schema of version 1.1.
 *
 * @throws Error where it is not valid
 */
export function validJsonFeed(text: string): JsonFeed {
  const feed: JsonFeed = JSON.parse(text)
  if (isJsonFeed(feed)) return feed
  throw new Error(ajv.errorsText(isJsonFeed.errors))
}

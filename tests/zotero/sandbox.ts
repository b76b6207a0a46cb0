import { readdirSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join, resolve } from 'node:path'
import { runInThisContext } from 'node:vm'
import { JSDOM } from 'jsdom'
import { rdfStore } from './rdfStore.ts'

/** A name as Zotero has it: `fieldMode` 1 is one that stays whole. */
interface Creator {
  firstName?: string
  lastName?: string
  fieldMode?: number
}

/** What a translator makes. Fields that no test looks at are left out. */
export interface ZoteroItem {
  itemType: string
  title?: string
  creators: Creator[]
  date?: string | false
  DOI?: string
  url?: string
  extra?: string
  archiveID?: string
  abstractNote?: string
  complete(): Promise<void>
}

type Handler = (translation: unknown, value: unknown) => void

/** The functions that a translator has, and what it lends to others. */
interface Translator {
  detectWeb(document: Document, url: string): unknown
  doWeb(document: Document, url: string): unknown
  detectImport(): unknown
  doImport(): unknown
  exports: Record<string, unknown>
}

const FUNCTIONS = ['detectWeb', 'doWeb', 'detectImport', 'doImport']

/** Makes Zotero's utilities known under the names by which they know each other. */
function utilitiesOf(folder: string): Record<string, unknown> {
  const load = createRequire(join(resolve(folder), 'utilities.js'))
  const zotero: Record<string, unknown> = { locale: 'en-US', isNode: true, Translate: {}, debug() {} }
  Object.assign(globalThis, { Zotero: zotero })
  const utilities = load('./utilities.js')
  Object.assign(zotero, { Utilities: utilities })
  utilities.Item = load('./utilities_item.js')
  const date = load('./date.js')
  date.init(readFileSync(join(folder, 'resource/dateFormats.json'), 'utf8'))
  const types = load('./cachedTypes.js')
  types.setTypeSchema(load('./resource/zoteroTypeSchemaData.js'))
  Object.assign(zotero, types, { Date: date })
  const { parseContextObject } = load('./openurl.js')
  const { itemTypeExists } = utilities.Item
  const { strToDate, strToISO, formatDate } = date
  return Object.assign(Object.create(utilities), {
    parseContextObject,
    itemTypeExists,
    strToDate,
    strToISO,
    formatDate,
    getVersion: () => '7.0',
  })
}

/**
 * As much of Zotero as its import and web translators need here: items, utilities, text to read, statements of RDF, and one
 * translator that calls another. Nothing is fetched: a look-up finds no translators.
 */
export class Zotero {
  readonly #codes = new Map<string, string>()
  readonly #utilities: Record<string, unknown>

  /** @param folder holds checkouts of `zotero/translators` and `zotero/utilities`, under these names */
  constructor(folder: string) {
    this.#utilities = utilitiesOf(join(folder, 'utilities'))
    const translators = join(folder, 'translators')
    for (const name of readdirSync(translators).filter(name => name.endsWith('.js'))) {
      const code = readFileSync(join(translators, name), 'utf8')
      const id = /"translatorID":\s*"([^"]+)"/.exec(code)?.[1]
      for (const key of [name.slice(0, -3), id]) if (key !== undefined) this.#codes.set(key, code)
    }
  }

  /** What a translator makes of a page. */
  async web(name: string, html: string, url: string): Promise<{ type: unknown; items: ZoteroItem[] }> {
    const { document } = new JSDOM(html, { url }).window
    const items: ZoteroItem[] = []
    let type: unknown
    const translator = this.#started(
      name,
      '',
      item => items.push(item),
      detected => {
        type = detected
      },
    )
    type = translator.detectWeb(document, url) ?? type
    await translator.doWeb(document, url)
    // Translators that are called by others go on in promises that nobody waits for.
    await new Promise(resolve => setTimeout(resolve))
    return { type, items }
  }

  /** What a translator makes of a file. */
  async file(name: string, text: string): Promise<ZoteroItem[]> {
    if (!this.#started(name, text, () => {}).detectImport())
      throw new Error(`${name} does not recognise the file.`)
    const items: ZoteroItem[] = []
    await this.#started(name, text, item => items.push(item)).doImport()
    return items
  }

  #started(
    name: string,
    input: string,
    onItem: (item: ZoteroItem) => void,
    onDone: (type: unknown) => void = () => {},
    isCalled = false,
  ): Translator & { Zotero: object } {
    const code = this.#codes.get(name)
    if (code === undefined) throw new Error(`There is no translator ${name}.`)
    const zotero = this.#globals(input, onItem, onDone, isCalled)
    // The header is an object literal, the tests behind are data.
    const body = code.replace(/^\s*\{[\s\S]*?\n\}\n/, '').replace(/\/\*\* BEGIN TEST CASES[\s\S]*$/, '')
    const functions = FUNCTIONS.map(f => `${f}: typeof ${f} === 'undefined' ? undefined : ${f}`).join(', ')
    const lent = "typeof exports === 'undefined' ? {} : exports"
    const make = runInThisContext(
      `(function (Zotero, Z, ZU, attr, text) { var exports = {}; ${body}\nreturn { ${functions}, exports: ${lent} } })`,
    ) as (...globals: unknown[]) => Translator
    const select = (root: ParentNode, css: string): Element | null => root.querySelector(css)
    const attribute = (root: ParentNode, css: string, of: string): string =>
      select(root, css)?.getAttribute(of) ?? ''
    const text = (root: ParentNode, css: string): string => select(root, css)?.textContent ?? ''
    return Object.assign(make(zotero, zotero, this.#utilities, attribute, text), { Zotero: zotero })
  }

  #globals(
    input: string,
    onItem: (item: ZoteroItem) => void,
    onDone: (type: unknown) => void,
    isCalled: boolean,
  ): object {
    let at = 0
    function Item(this: ZoteroItem, itemType: string): void {
      const lists = { creators: [], notes: [], tags: [], seeAlso: [], attachments: [] }
      const complete = async () => onItem(this)
      Object.assign(this, { itemType, ...lists, complete })
    }
    return {
      Utilities: this.#utilities,
      Item,
      RDF: rdfStore(),
      parentTranslator: isCalled,
      debug() {},
      setProgress() {},
      wait() {},
      done: onDone,
      getOption: () => false,
      getHiddenPref: () => false,
      selectItems: (all: object, choose: (chosen: object) => void) => choose(all),
      // A line without its end, or so many characters; false at the end.
      read(characters?: number): string | false {
        if (at >= input.length) return false
        const end = characters === undefined ? input.indexOf('\n', at) : at + characters
        const part = input.slice(at, end < 0 ? undefined : end).replace(/\r$/, '')
        at = end < 0 ? input.length : end + (characters === undefined ? 1 : 0)
        return part
      },
      loadTranslator: () => this.#called(onItem),
    }
  }

  /** A translator that another one calls, which gets its items and completes them. */
  #called(onItem: (item: ZoteroItem) => void): object {
    const handlers = new Map<string, Handler>()
    let name = ''
    const call: Record<string, unknown> = {
      setTranslator: (id: string) => {
        name = id
      },
      setHandler: (event: string, handler: Handler) => handlers.set(event, handler),
      setSearch() {},
      getTranslators: () => handlers.get('translators')?.(call, []),
      getTranslatorObject: (use: (translator: object) => void) => {
        const itemDone = (item: ZoteroItem): void => {
          const complete = async () => onItem(item)
          handlers.get('itemDone')?.(call, Object.assign(item, { complete }))
        }
        const started = this.#started(name, '', itemDone, undefined, true)
        use(Object.assign(started.exports, { Zotero: started.Zotero }))
      },
    }
    return call
  }
}

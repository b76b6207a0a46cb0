import { INITIAL_DATA, writtenData } from '#app/io/initialData.ts'
import type { InitialData } from '#app/state/initialData.ts'
import { COINS, coinsOf } from '#core/cite/coins.ts'
import type { Head } from '#core/site/headTags.ts'
import { inertJson } from '#core/text/inertJson.ts'

const ENTITIES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }

/** Text escaped for elements and attributes. */
export const escaped = (text: string): string =>
  text.replace(/[&<>"]/g, character => ENTITIES[character] as string)

const headHtml = ({ title, tags, data }: Head): string =>
  [
    `<title>${escaped(title)}</title>`,
    ...tags.map(({ tag, attributes }) => {
      const written = Object.entries(attributes).map(([name, value]) => ` ${name}="${escaped(value)}"`)
      return `<${tag}${written.join('')}>`
    }),
    `<script type="application/ld+json">${inertJson(data)}</script>`,
  ].join('\n    ')

/** COinS of the papers that a page lists; empty without papers. */
function listedHtml({ list }: InitialData): string {
  const papers = list?.response.hits.map(({ paper }) => paper) ?? []
  if (papers.length === 0) return ''
  const spans = papers.map(
    paper => `<span class="${COINS.className}" title="${escaped(coinsOf(paper))}"></span>`,
  )
  return `\n    <div id="${COINS.id}" hidden>${spans.join('')}</div>`
}

/** Where the app draws, and pages are put. */
export const ROOT = '<div id="root"></div>'

/**
 * Puts a page into the template that the bundler made of `index.html`.
 *
 * @throws Error where the template is not as expected
 */
export function documentOf(
  template: string,
  head: Head,
  body: string,
  path: string,
  first: InitialData,
): string {
  const bare = template.replace(/<title>[^<]*<\/title>/, '').replace(/<meta\s+name="description"[^<>]*>/, '')
  if (!bare.includes(ROOT) || !bare.includes('</head>')) throw new Error('index.html has no place for pages.')
  // Given as functions, since `$` stands for something in a replacement.
  return bare
    .replace('<html', () => `<html data-path="${escaped(path)}"`)
    .replace('</head>', () => `${headHtml(head)}\n  </head>`)
    .replace(
      ROOT,
      () =>
        `<div id="root">${body}</div>\n    <script type="application/json" id="${INITIAL_DATA}">${inertJson(writtenData(first))}</script>${listedHtml(first)}`,
    )
}

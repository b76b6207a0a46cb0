import { parseSync } from 'vite'
import { type SourceFile, TYPESCRIPT } from './sourceFiles.ts'

/** An expression that reads like a translation, and the plain words for it. */
interface Phrase {
  /** Alternatives of words; a space matches line breaks, too, with the marks that begin a line of a comment. */
  words: string
  plain: string
}

/** The list that `npm run check` holds the sources, the interface and the documents to. */
const PHRASES: readonly Phrase[] = [
  { words: 'to be had', plain: '“available”, “exists”' },
  { words: 'all one', plain: '“does not matter”' },
  { words: '(?:come|comes|came|coming) to life', plain: '“hydrates”' },
  { words: '(?:stand|stands|stood|standing) in', plain: '“is in”; “replaces”' },
  { words: 'in (?:the )?place of', plain: '“instead of”' },
  { words: '(?:take|takes|took|taken|taking) the place of', plain: '“replaces”' },
  { words: 'whoever', plain: '“anyone who”, “the caller”, “readers”' },
  { words: 'so many', plain: 'the number’s name or unit: “maximum number of papers”' },
  { words: 'all the same', plain: '“still”, “anyway”' },
  { words: '(?:is|are|was|were) of no use', plain: '“is useless”, “does not help”' },
  { words: 'anew', plain: '“again”, “from scratch”' },
  { words: 'reckon(?:s|ed)?', plain: '“compute”, “count”' },
]

/** A sentence that begins with “What” and is no question. */
const WHAT_SENTENCE = /(?:^\s*|[.:;]\s+)(What [^.?!]*)(?:[.!]|$)/g
/** “…; what is lost is fetched again” */
const WHAT_CLAUSE = /;\s+(what (?:is|are|was|were|has|have|can|cannot|comes|came)\b)/g

export interface PhraseUse {
  path: string
  line: number
  phrase: string
  plain: string
}

const lineAt = (text: string, index: number): number => text.slice(0, index).split('\n').length

const patternOf = ({ words }: Phrase): RegExp =>
  new RegExp(`(?<![\\w-])(?:${words.replaceAll(' ', String.raw`[\s*/]+`)})(?![\\w-])`, 'gi')

const inOneLine = (text: string): string => text.replace(/[\s*/]+/g, ' ').trim()

/** Comments of TypeScript; paragraphs, items and cells of Markdown, without code. Each with where it begins. */
function prose({ path, text }: SourceFile): { text: string; start: number }[] {
  if (TYPESCRIPT.test(path)) {
    const joined: { text: string; start: number; end: number }[] = []
    for (const { type, start, end } of parseSync(path, text).comments) {
      const last = joined.at(-1)
      const continues = last && type === 'Line' && /^\s*$/.test(text.slice(last.end, start))
      if (continues) Object.assign(last, { text: last.text + text.slice(last.end, end), end })
      else joined.push({ text: text.slice(start, end), start, end })
    }
    return joined
  }
  if (!path.endsWith('.md')) return []
  const plain = text.replace(/```[\s\S]*?```/g, code => code.replace(/[^\n]/g, ' '))
  const paragraphs = /^(?!#)(?:[-*>] |\d+\. )?[^\n|]+(?:\n(?![-*>#|\n]|\d+\. )[^\n]+)*/gm
  return [...plain.matchAll(paragraphs)].map(({ 0: paragraph, index }) => ({
    text: paragraph.replace(/^(?:[->]|\d+\.)/, mark => ' '.repeat(mark.length)),
    start: index,
  }))
}

/** Listed phrases in a file, and sentences about “what is X”. */
export function phrasesIn(file: SourceFile): PhraseUse[] {
  const { path, text } = file
  const listed = PHRASES.flatMap(phrase =>
    [...text.matchAll(patternOf(phrase))].map(match => ({
      path,
      line: lineAt(text, match.index),
      phrase: inOneLine(match[0]),
      plain: phrase.plain,
    })),
  )
  const sentences = prose(file).flatMap(({ text: words, start }) => {
    // Marks of comments become spaces, so that places stay the same.
    const plain = words.replace(/[*/]/g, ' ')
    return [...plain.matchAll(WHAT_SENTENCE), ...plain.matchAll(WHAT_CLAUSE)].map(match => {
      const sentence = match[1] as string
      return {
        path,
        line: lineAt(text, start + match.index + match[0].indexOf(sentence)),
        phrase: inOneLine(sentence).split(' ').slice(0, 6).join(' '),
        plain: 'a noun as the subject: “Files that …”, “The reason …”',
      }
    })
  })
  return [...listed, ...sentences]
}

export const described = ({ path, line, phrase, plain }: PhraseUse): string =>
  `${path}:${line}: “${phrase}”: say ${plain}`

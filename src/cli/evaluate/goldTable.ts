import * as z from 'zod/mini'

/**
 * Theme → patterns of keywords that mean it, over keywords in lower case with letters, digits and single spaces only.
 * `kv cach*` matches a keyword with these words in a row, `*` being the rest of a word; `=reasoning` matches the whole
 * keyword; a keyword that `-vector quanti*` matches never counts.
 */
export const GoldFile = z.record(z.string(), z.array(z.string().check(z.regex(/^[=-]?[^=-]+$/))))
export type GoldFile = z.infer<typeof GoldFile>

/** A keyword in the form that patterns match, between spaces. */
const folded = (keyword: string): string => {
  const words = keyword
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .match(/[\p{L}\p{N}]+/gu)
  return ` ${(words ?? []).join(' ')} `
}

function expressionOf(pattern: string): RegExp {
  const words = pattern.replace(/^[=-]/, '').split(' ')
  const inRow = words.map(word => word.replace(/[^\p{L}\p{N}*]/gu, '').replaceAll('*', '[^ ]*')).join(' ')
  return new RegExp(pattern.startsWith('=') ? `^ ${inRow} $` : ` ${inRow} `, 'u')
}

/** Returns the filter of a paper's keywords that mean a theme. */
export function keywordsOfTheme(patterns: readonly string[]): (keywords: readonly string[]) => string[] {
  const counted = patterns.filter(pattern => !pattern.startsWith('-')).map(expressionOf)
  const excluded = patterns.filter(pattern => pattern.startsWith('-')).map(expressionOf)
  const means = (keyword: string): boolean =>
    counted.some(expression => expression.test(keyword)) &&
    !excluded.some(expression => expression.test(keyword))
  return keywords => keywords.filter(keyword => means(folded(keyword)))
}

import * as z from 'zod/mini'

/**
 * By theme, the keywords that mean it, as patterns over keywords in lower case with nothing but letters, digits and
 * single spaces: `kv cach*` stands in any keyword with these words in a row, `*` is the rest of a word, `=reasoning` is
 * the whole keyword, and a keyword with what `-vector quanti*` says does not count, whatever else it says.
 */
export const GoldFile = z.record(z.string(), z.array(z.string().check(z.regex(/^[=-]?[^=-]+$/))))
export type GoldFile = z.infer<typeof GoldFile>

/** A keyword as patterns see it, between spaces. */
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

/** Tells which of a paper's keywords mean a theme. */
export function keywordsOfTheme(patterns: readonly string[]): (keywords: readonly string[]) => string[] {
  const counted = patterns.filter(pattern => !pattern.startsWith('-')).map(expressionOf)
  const excluded = patterns.filter(pattern => pattern.startsWith('-')).map(expressionOf)
  const means = (keyword: string): boolean =>
    counted.some(expression => expression.test(keyword)) &&
    !excluded.some(expression => expression.test(keyword))
  return keywords => keywords.filter(keyword => means(folded(keyword)))
}

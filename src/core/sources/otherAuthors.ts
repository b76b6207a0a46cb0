import { saysNothing } from '../text/receivedText.ts'

/** The end of a list that is not whole: `, et al.`, ` and others`, ` and 12 others`. */
const OTHERS =
  /(?:(?:^|[,;|&]|\band\b) *(?:\d{1,5} )?(?:others|more|other authors)|(?:^|[ ,;|])(?:(?:and|&) )?(?:et\.? al\.?|\.\.\.|…))$/i
/** Signs at the end of a list in which `OTHERS` is looked for. */
const TAIL = 60

/** The end of a list that names others without their names. */
export const AND_OTHERS = Symbol('others')

/** A text, and what ends it where that is `et al.` or the like. */
export function withOthersApart(text: string): (string | typeof AND_OTHERS)[] {
  const from = Math.max(0, text.length - TAIL)
  const found = OTHERS.exec(text.slice(from))
  if (!found) return [text]
  const named = text.slice(0, from + found.index).replace(/(?:[ ,;|&]| and){1,4}$/i, '')
  return named === '' ? [AND_OTHERS] : [named, AND_OTHERS]
}

/** Items of a list of names, without what says that there are others. */
export function withoutOthers(list: readonly string[]): { items: string[]; endsInOthers: boolean } {
  const parts = list.filter(item => !saysNothing(item)).flatMap(withOthersApart)
  return { items: parts.filter(part => typeof part === 'string'), endsInOthers: parts.includes(AND_OTHERS) }
}

import { namedCharacter, numberedCharacter } from './entities.ts'

/** Elements that publishers leave in titles and abstracts: HTML and JATS. Other text in angle brackets stays. */
const NAMES =
  'a|abstract|b|bold|br|code|div|em|h[1-6]|i|italic|label|li|ol|p|sc|sec|small|span|strong|title|tt|u|ul|underline'
const TAG = new RegExp(`</?(?:jats:|ns\\d:|mml:)?(?:${NAMES})(?:[\\s/][^<>]{0,500})?>`, 'gi')
/** Elements that end a word: `One.</p><p>Two` is two of them. */
const BLOCK = /^<\/?(?:[\w]+:)?(?:p|br|div|h[1-6]|li|ul|ol|sec|title|label|abstract)[\s/>]/i
/** Shifted letters, kept as TeX writes them: 10<sup>-3</sup> is no 10-3. */
const SHIFTED = /<(?:jats:)?(su[bp])>([^<>]{1,200})<\/(?:jats:)?su[bp]>/gi

const ENTITY = /&(?:#(\d{1,7})|#x([\da-f]{1,6})|([a-z]{2,8}\d{0,2}));/gi

const entityText = (whole: string, decimal?: string, hex?: string, name = ''): string =>
  (decimal === undefined && hex === undefined
    ? namedCharacter(name)
    : numberedCharacter(decimal === undefined ? Number.parseInt(hex ?? '', 16) : Number(decimal))) ?? whole

/**
 * Text without the markup that publishers and indexes leave in it: tags of HTML and JATS go, `<sub>` and `<sup>` become
 * `_{…}` and `^{…}`, entities become their characters. An angle bracket of a formula stays. Linear time.
 */
export function withoutMarkup(text: string): string {
  if (!/[<&]/.test(text)) return text
  // Twice: some tools escape what is escaped already, `&amp;lt;`.
  const written = text.replace(ENTITY, entityText).replace(ENTITY, entityText)
  return written
    .replace(
      SHIFTED,
      (_, where: string, what: string) => `${where.toLowerCase() === 'sub' ? '_' : '^'}{${what}}`,
    )
    .replace(TAG, tag => (BLOCK.test(tag) ? ' ' : ''))
}

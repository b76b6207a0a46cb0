/** The combining mark of each accent of TeX, and the letters that are taken for its base. */
const ACCENTS: Record<string, { mark: string; bases: RegExp }> = {
  "'": { mark: '\u0301', bases: /[aeiouyAEIOUY]/ },
  '`': { mark: '\u0300', bases: /[aeiouAEIOU]/ },
  '"': { mark: '\u0308', bases: /[aeiouyAEIOUY]/ },
  '^': { mark: '\u0302', bases: /[aeiouAEIOU]/ },
  '~': { mark: '\u0303', bases: /[anoANO]/ },
  '=': { mark: '\u0304', bases: /[aeiouAEIOU]/ },
  c: { mark: '\u0327', bases: /[cstCST]/ },
  v: { mark: '\u030c', bases: /[a-zA-Z]/ },
  u: { mark: '\u0306', bases: /[aegiouAEGIOU]/ },
  H: { mark: '\u030b', bases: /[ouOU]/ },
  k: { mark: '\u0328', bases: /[aeiuAEIU]/ },
  r: { mark: '\u030a', bases: /[auAU]/ },
}

const composed = (whole: string, accent: string, letter: string): string => {
  const known = ACCENTS[accent]
  return known?.bases.test(letter) ? `${letter}${known.mark}`.normalize('NFC') : whole
}

/** `\"{u}`, `{\"u}`, `\c{c}`: what the braces leave no doubt about. */
const BRACED = /\{\\(['`"^~=])\\?([A-Za-z])\}|\\(['`"^~=cvuHkr])\{\\?([A-Za-z])\}/g

/** `espa\~nol`, `l\'exicas`: only inside words, since a quotation mark may have been written `\"`. */
const BARE = /(?<=\p{L})\\(['`"^~=])([A-Za-z])/gu

/** Letters with accents in place of TeX's way to write them. */
export const withAccents = (text: string): string =>
  text
    .replace(BRACED, (whole, outer, inside, accent, letter) =>
      composed(whole, outer ?? accent, inside ?? letter),
    )
    .replace(BARE, composed)

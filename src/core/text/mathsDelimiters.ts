/** How TeX marks maths in a text, as sources of regular expressions with the flag `s`. */

/** No signs of TeX up to dollars before a digit, and more than a letter or a sign: `$5–$6`, but not `$\pm$3`, `$n$2` and `$<$5`. */
const PRICES = String.raw`(?!(?:[^\s\w$]{1,3}|[A-Za-z])\$)(?:[^$\\^_]|\\[^A-Za-z$]){1,600}\$\d`
/** A number, words and nothing of a formula: `$6, and 512$`. */
const PRICE_AND_WORDS = String.raw`(?!\d[\d.,]*[A-Za-z]?\s[^$\\^_=<>+*\u0080-\uffff]*\$)`
/**
 * As in other readers of TeX: no space inside the dollars; a digit behind them only where a command, something raised or
 * lowered, or a letter or sign alone stands within. So "$5 and $6" are prices, and `512$\times$512` is a size.
 */
export const DOLLARS = String.raw`(?<!\\)\$(?!\s)(?!${PRICES})${PRICE_AND_WORDS}([^$]{1,600})(?<![\s\\])\$`
export const PARENTHESES = String.raw`\\\(\s*([^$]{1,600}?)\s*\\\)`
/** Formulas on lines of their own. */
export const DISPLAYED = String.raw`\$\$[^$]{1,2000}\$\$|\\\[[^$]{1,2000}?\\\]|\\begin\{.{1,2000}?\\end\{[^{}]{1,20}\}`

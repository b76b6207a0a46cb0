/** How TeX marks maths in a text, as sources of regular expressions with the flag `s`. */

/** As in other readers of TeX: no space inside the dollars, no digit behind them. So "$5 and $6" are prices. */
export const DOLLARS = String.raw`(?<!\\)\$(?!\s)([^$]{1,600})(?<![\s\\])\$(?!\d)`
export const PARENTHESES = String.raw`\\\(\s*([^$]{1,600}?)\s*\\\)`
/** Formulas on lines of their own. */
export const DISPLAYED = String.raw`\$\$[^$]{1,2000}\$\$|\\\[[^$]{1,2000}?\\\]|\\begin\{.{1,2000}?\\end\{[^{}]{1,20}\}`

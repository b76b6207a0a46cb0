import { DOLLARS, PARENTHESES } from '../text/mathsDelimiters.ts'

/** A formula in dollars, a command, or an accent: what only TeX reads. `$5 and $6` has none, nor has `C:\`. */
const TEX = new RegExp(
  `${DOLLARS}|${PARENTHESES}|${String.raw`\\[A-Za-z]{2,}|\\[\`'^"~=.HcvubdrkiIlLoO]\{?\\?[A-Za-z]`}`,
  's',
)

/** Whether a text has TeX in it that its display form does not keep. */
export const hasTex = (text: string): boolean => TEX.test(text)

/** A formula in dollars, a command, or an accent: what only TeX reads. `$5 and $6` has none, nor has `C:\`. */
const TEX =
  /(?<!\\)\$(?!\s)[^$]{1,600}(?<![\s\\])\$(?!\d)|\\[A-Za-z]{2,}|\\[`'^"~=.HcvubdrkiIlLoO]\{?\\?[A-Za-z]/

/** Whether a text has TeX in it that its display form does not keep. */
export const hasTex = (text: string): boolean => TEX.test(text)

/** Something that was not read as expected, for a person to correct. */
export interface Problem {
  /** The place in the text: `line 12`, or the path in a JSON text, `[3]`. Empty for the whole text. */
  where: string
  /** One sentence for a person. */
  message: string
  /** True where something that should have been read was not kept; false for a notice. */
  dropped: boolean
  /** How many things it is about, where they are more than one. */
  times?: number
  /** Places of others like it in the same text, at most ten. */
  also?: readonly string[]
}

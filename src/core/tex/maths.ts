import { lowered, raised } from './shifts.ts'
import { MATHS } from './symbols.ts'

/** Longer formulas are no words of a sentence. */
const MAX_LENGTH = 120

const COMMAND = /\\(?:([A-Za-z]+)|(.))/y
/** Commands that only say how their argument looks. */
const STYLES =
  /^(?:math(?:bf|cal|bb|rm|it|sf|tt|frak|scr)|text(?:bf|it|rm|tt|sf|sc|up|normal)?|emph|operatorname|boldsymbol|bm|mbox|pmb)$/
const SPACES = [',', ';', ':', '!', ' ', 'quad', 'qquad']
const LITERALS = ['%', '$', '#', '&', '_', '{', '}', '|']

/** Thrown where maths takes more than characters. */
class TooMuch extends Error {}

class Reader {
  readonly #tex: string
  #at = 0

  constructor(tex: string) {
    this.#tex = tex
  }

  all(): string {
    const text = this.#sequence()
    if (this.#at < this.#tex.length) throw new TooMuch()
    return text
      .replace(/\s+/g, ' ')
      .replace(/(?<=[([{⟨]) /g, '')
      .replace(/(?<=\S\/) (?=[a-z]{2})/g, '')
      .trim()
  }

  #sequence(): string {
    let text = ''
    while (this.#at < this.#tex.length && this.#tex[this.#at] !== '}') text += this.#piece()
    return text
  }

  #piece(): string {
    const char = this.#tex[this.#at] as string
    if (char === '^' || char === '_') return this.#script(char)
    return this.#atom()
  }

  #script(sign: '^' | '_'): string {
    this.#at++
    const content = this.#atom()
    if (sign === '^' && (content === '°' || content === '∘')) return '°'
    if (sign === '^' && content === '′') return content
    const shifted = sign === '^' ? raised(content) : lowered(content)
    if (content === '' || shifted === undefined) throw new TooMuch()
    return shifted
  }

  /** A character, a command with its argument, or a group. */
  #atom(): string {
    const char = this.#tex[this.#at]
    if (char === undefined || char === '}' || char === '^' || char === '_' || char === '&')
      throw new TooMuch()
    if (char === '\\') return this.#command()
    this.#at++
    if (char === '{') {
      const group = this.#sequence()
      if (this.#tex[this.#at] !== '}') throw new TooMuch()
      this.#at++
      return group
    }
    return char === '~' ? ' ' : char === "'" ? '′' : char
  }

  #command(): string {
    COMMAND.lastIndex = this.#at
    const [whole = '', word, sign] = COMMAND.exec(this.#tex) ?? []
    const name = word ?? sign
    if (name === undefined) throw new TooMuch()
    const isApart = /^\s?$/.test(this.#tex[this.#at - 1] ?? '')
    this.#at += whole.length
    if (SPACES.includes(name)) return ' '
    if (LITERALS.includes(name)) return name
    const isSpaced = word !== undefined && this.#skipSpace()
    if (STYLES.test(name)) return this.#atom()
    if (name === 'sqrt') return this.#root()
    const meant = Object.hasOwn(MATHS, name) ? MATHS[name] : undefined
    if (meant === undefined) throw new TooMuch()
    const next = this.#tex[this.#at] ?? ''
    // As in print: a letter stands close to what follows, the name of a function apart from its neighbours.
    if (/^\p{L}$/u.test(meant)) return isSpaced && !/[A-Za-z]/.test(next) ? `${meant} ` : meant
    if (/^[a-z]/.test(meant)) return ` ${meant}${isSpaced || /[A-Za-z\d\\]/.test(next) ? ' ' : ''}`
    // A space that only ends the name of the command is none: `p\ge 1`, but `p \ge 1`.
    return isSpaced && isApart ? `${meant} ` : meant
  }

  /** Passes over spaces; says whether there were any. */
  #skipSpace(): boolean {
    const start = this.#at
    while (this.#tex[this.#at] === ' ') this.#at++
    return this.#at > start
  }

  #root(): string {
    const content = this.#atom()
    if (!/^(?:\p{L}|\d+)$/u.test(content)) throw new TooMuch()
    return `√${content}`
  }
}

/**
 * Maths between the dollars of TeX in plain characters: `10^{-3}` as 10⁻³, `O(n\log n)` as O(n log n). Nothing
 * where that takes more than characters, such as a fraction.
 */
export function mathsText(tex: string): string | undefined {
  if (tex.length > MAX_LENGTH) return undefined
  try {
    return new Reader(tex).all()
  } catch (error) {
    if (error instanceof TooMuch) return undefined
    throw error
  }
}

import { latexName, latexText, mathsCommand } from './latex.ts'
import {
  MATHS_ARGUMENTS,
  MATHS_DELIMITER,
  MATHS_SYMBOLS,
  TEXT_ACCENTS,
  TEXT_IN_MATHS,
  TEXT_SIGNS,
  TEXT_STYLES,
  TEXT_SWITCHES,
} from './latexCommands.ts'

const TOKEN = /\\(?:[A-Za-z]+\*?|[^A-Za-z])|[\s\S]/uy

/** Levels of braces; no title has more. */
const DEPTH_LIMIT = 50

/** Thrown where text is no TeX that LaTeX sets without packages. */
export class NotSettable extends Error {}

/** Reads TeX, and gives it back as LaTeX sets it. */
export class TexChecker {
  readonly #tex: string
  #at = 0
  #depth = 0

  constructor(tex: string) {
    this.#tex = tex
  }

  maths(): string {
    return this.#whole(this.#mathsUntil('end'))
  }

  text(): string {
    return this.#whole(this.#textUntil('end'))
  }

  #whole(checked: string): string {
    if (this.#at < this.#tex.length) throw new NotSettable()
    return checked
  }

  #peek(): string {
    TOKEN.lastIndex = this.#at
    return TOKEN.exec(this.#tex)?.[0] ?? ''
  }

  #take(): string {
    const token = this.#peek()
    if (token === '') throw new NotSettable()
    this.#at += token.length
    return token
  }

  #space(): string {
    const start = this.#at
    while (this.#tex[this.#at] === ' ') this.#at++
    return this.#tex.slice(start, this.#at)
  }

  /** An argument: a group, or one token, with the braces that it came in. */
  #argument(inner: () => string, single: () => string): string {
    const space = this.#space()
    if (this.#peek() !== '{') return space + single()
    this.#take()
    const group = inner()
    if (this.#take() !== '}') throw new NotSettable()
    return `${space}{${group}}`
  }

  #mathsArgument(): string {
    return this.#argument(
      () => this.#mathsUntil('}'),
      () => this.#atom(true),
    )
  }

  #deeper(): void {
    if (++this.#depth > DEPTH_LIMIT) throw new NotSettable()
  }

  #mathsUntil(end: '}' | 'right' | 'end'): string {
    this.#deeper()
    let result = ''
    let scripts = ''
    for (;;) {
      const token = this.#peek()
      if (token === '' || token === '}' || (end === 'right' && token === '\\right')) {
        if ((token === '') !== (end === 'end')) throw new NotSettable()
        this.#depth--
        return result
      }
      if (token === '^' || token === '_') {
        // TeX sets no two of them on one sign.
        if (scripts.includes(token)) throw new NotSettable()
        scripts += token
        result += this.#take() + this.#mathsArgument()
      } else {
        // A prime is a raised sign; more of them may follow it.
        const isPrime = token === "'"
        if (isPrime && scripts.includes('^') && !scripts.endsWith("'")) throw new NotSettable()
        if (token !== ' ') scripts = isPrime ? `${scripts}^'` : ''
        result += this.#atom(false)
      }
    }
  }

  /** A sign, a command with its arguments, or a group. */
  #atom(isArgument: boolean): string {
    const token = this.#take()
    if (token === '{') {
      const group = this.#mathsUntil('}')
      this.#take()
      return `{${group}}`
    }
    if (token.startsWith('\\')) return this.#mathsCommand(token, isArgument)
    if (/^[}^_$&#]$/.test(token)) throw new NotSettable()
    if (token === '%') return '\\%'
    if (token <= '\u007f') return token
    const command = mathsCommand(token)
    if (command === undefined) throw new NotSettable()
    return `{${command}}`
  }

  #mathsCommand(token: string, isArgument: boolean): string {
    const name = token.slice(1)
    if (/^[,;:! {}|%&#$_/>-]$/.test(name)) return token
    if (MATHS_SYMBOLS.includes(name)) return token
    if (isArgument) throw new NotSettable()
    if (name === 'left') {
      const inside = this.#delimiter() + this.#mathsUntil('right')
      return `\\left${inside}${this.#take()}${this.#delimiter()}`
    }
    if (/^[bB]igg?[lrm]?$/.test(name)) return token + this.#delimiter()
    if (TEXT_IN_MATHS.test(name)) {
      if (this.#space() + this.#peek() !== '{') throw new NotSettable()
      this.#take()
      const text = this.#textUntil('}')
      this.#take()
      return `${token}{${text}}`
    }
    const count = MATHS_ARGUMENTS.get(name.replace(/(?<=^operatorname)\*$/, ''))
    if (count === undefined) throw new NotSettable()
    let result = token.replace('*', '')
    if (name === 'sqrt' && this.#peek() === '[') {
      const end = this.#tex.indexOf(']', this.#at)
      const root = this.#tex.slice(this.#at, end + 1)
      if (!/^\[[A-Za-z\d]{1,3}\]$/.test(root)) throw new NotSettable()
      this.#at = end + 1
      result += root
    }
    for (let argument = 0; argument < count; argument++) result += this.#mathsArgument()
    return result
  }

  #delimiter(): string {
    this.#space()
    const [delimiter = ''] = MATHS_DELIMITER.exec(this.#tex.slice(this.#at, this.#at + 12)) ?? []
    if (delimiter === '') throw new NotSettable()
    this.#at += delimiter.length
    return delimiter
  }

  #textUntil(end: '}' | 'end'): string {
    this.#deeper()
    let result = ''
    for (;;) {
      const token = this.#peek()
      if (token === '' || token === '}') {
        if ((token === '') !== (end === 'end')) throw new NotSettable()
        this.#depth--
        return result
      }
      this.#take()
      result += this.#textToken(token)
    }
  }

  #textGroup(): string {
    return this.#argument(
      () => this.#textUntil('}'),
      () => {
        const token = this.#take()
        if (!/^[A-Za-z]$/.test(token) && !/^\\[ij]$/.test(token)) throw new NotSettable()
        return token
      },
    )
  }

  #textToken(token: string): string {
    if (token === '{') {
      const isSwitched = TEXT_SWITCHES.test(this.#peek().slice(1))
      const begin = isSwitched ? this.#take() : ''
      const group = this.#textUntil('}')
      this.#take()
      return `{${begin}${group}}`
    }
    if (/^[$^_]$/.test(token)) throw new NotSettable()
    if (/^[%&#]$/.test(token)) return `\\${token}`
    if (!token.startsWith('\\'))
      return /[<>|]/.test(token) ? latexName(token) : token <= '\u007f' ? token : latexText(token)
    const name = token.slice(1)
    if (/^[%&#$_{}, /-]$/.test(name) || TEXT_SIGNS.test(name)) return token
    if (TEXT_STYLES.test(name) || TEXT_ACCENTS.test(name)) return token + this.#textGroup()
    throw new NotSettable()
  }
}

import { displayText } from '../tex/display.ts'
import { DISPLAYED, DOLLARS, PARENTHESES } from '../text/mathsDelimiters.ts'
import { latexName, latexText, mathsCommand } from './latex.ts'

/** Commands of LaTeX's mathematics without packages. Each that takes arguments stands with their number. */
const SYMBOLS =
  'alpha beta gamma delta epsilon varepsilon zeta eta theta vartheta iota kappa lambda mu nu xi pi varpi rho varrho sigma varsigma tau upsilon phi varphi chi psi omega Gamma Delta Theta Lambda Xi Pi Sigma Upsilon Phi Psi Omega aleph hbar imath jmath ell wp Re Im partial infty prime emptyset nabla surd top bot angle triangle forall exists neg lnot flat natural sharp clubsuit diamondsuit heartsuit spadesuit coprod bigvee bigwedge biguplus bigcap bigcup int prod sum bigotimes bigoplus bigodot oint bigsqcup smallint triangleleft triangleright bigtriangleup bigtriangledown wedge land vee lor cap cup ddagger dagger sqcap sqcup uplus amalg diamond bullet wr div odot oslash otimes ominus oplus mp pm circ bigcirc setminus cdot ast times star propto sqsubseteq sqsupseteq parallel mid dashv vdash nearrow searrow nwarrow swarrow Leftrightarrow Leftarrow Rightarrow neq ne leq le geq ge succ prec approx succeq preceq supset subset supseteq subseteq in ni owns gg ll leftrightarrow leftarrow gets rightarrow to mapsto sim simeq perp equiv asymp smile frown leftharpoonup leftharpoondown rightharpoonup rightharpoondown cong notin rightleftharpoons doteq hookrightarrow hookleftarrow bowtie models Longrightarrow longrightarrow longleftarrow Longleftarrow longmapsto longleftrightarrow Longleftrightarrow iff uparrow downarrow Uparrow Downarrow updownarrow langle rangle lbrace rbrace lceil rceil lfloor rfloor vert Vert ldots cdots vdots ddots dots colon quad qquad log lg ln lim limsup liminf sin arcsin cos arccos tan arctan cot sec csc max min sup inf arg ker dim hom det exp Pr gcd deg lbrack rbrack backslash lesssim gtrsim leqslant geqslant varnothing square Box displaystyle textstyle scriptstyle'.split(
    ' ',
  )
const WITH_ARGUMENTS: ReadonlyMap<string, number> = new Map([
  ...'mathbf mathit mathrm mathsf mathtt mathcal mathnormal mathbb mathfrak mathscr mathds boldsymbol bm pmb operatorname overline underline hat widehat tilde widetilde bar vec dot ddot check breve acute grave sqrt overrightarrow overbrace underbrace'
    .split(' ')
    .map((name): [string, number] => [name, 1]),
  ...'frac dfrac tfrac binom stackrel overset underset'.split(' ').map((name): [string, number] => [name, 2]),
])
/** Commands whose argument is text again. */
const TEXT_IN_MATHS = /^(?:text|textrm|textbf|textit|textsf|texttt|textsc|textnormal|mbox|hbox|emph)$/
const STYLES =
  /^(?:emph|textbf|textit|textsc|textsf|texttt|textrm|textsl|textup|textmd|textnormal|textsuperscript|textsubscript|underline|mbox)$/
const TEXT_SIGNS =
  /^(?:textless|textgreater|textbar|textbackslash|textasciitilde|textasciicircum|textquotesingle|textendash|textemdash|textellipsis|ldots|dots|textdegree|textregistered|texttrademark|textcopyright|ss|o|O|l|L|aa|AA|ae|AE|oe|OE|i|j|dh|DH|th|TH|dj|DJ|ng|NG|LaTeX|TeX|xspace|S|P|copyright|pounds|slash)$/
/** Switches hold to the end of their group. */
const SWITCHES = /^(?:bf|it|em|sc|tt|rm|sf|sl|bfseries|itshape|scshape|ttfamily)$/
const ACCENT_NAMES = /^(?:[cvuHkrdb]|["'`^~=.])$/
const DELIMITER =
  /^(?:[()[\]|./<>]|\\[{}|]|\\(?:langle|rangle|lfloor|rfloor|lceil|rceil|vert|Vert|lbrace|rbrace|backslash)(?![A-Za-z]))/
const TOKEN = /\\(?:[A-Za-z]+\*?|[^A-Za-z])|[\s\S]/uy

/** No title has more. */
const DEPTH_LIMIT = 50
const LENGTH_LIMIT = 5_000

/** Thrown where text is no TeX that LaTeX sets without packages. */
class NotSettable extends Error {}

/** Reads TeX, and gives it back as LaTeX sets it. */
class Checker {
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

  /** What an argument is: a group, or one token, with the braces that it came in. */
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
    if (SYMBOLS.includes(name)) return token
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
    const count = WITH_ARGUMENTS.get(name.replace(/(?<=^operatorname)\*$/, ''))
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
    const [delimiter = ''] = DELIMITER.exec(this.#tex.slice(this.#at, this.#at + 12)) ?? []
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
      const isSwitched = SWITCHES.test(this.#peek().slice(1))
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
    if (STYLES.test(name) || ACCENT_NAMES.test(name)) return token + this.#textGroup()
    throw new NotSettable()
  }
}

/** The text as `check` gives it, or nothing where LaTeX would not set it. */
function settable(tex: string, check: (checker: Checker) => string): string | undefined {
  try {
    return check(new Checker(tex))
  } catch (error) {
    if (error instanceof NotSettable) return undefined
    throw error
  }
}

const FORMULA = new RegExp(`${DISPLAYED}|${DOLLARS}|${PARENTHESES}`, 'gs')

/**
 * A title that a source gave as TeX, as LaTeX sets it without packages: formulas as they came, text with its commands where these
 * are sound. What has commands that LaTeX does not know, or is not sound, is written as it is shown.
 *
 * @param titleTex as received
 */
export function settableTitle(titleTex: string): string {
  if (titleTex.length > LENGTH_LIMIT) return latexText(displayText(titleTex))
  let result = ''
  let at = 0
  const textOf = (text: string): string => {
    const isTex = /[\\{]/.test(text)
    const checked = isTex ? settable(text, checker => checker.text()) : undefined
    return checked ?? latexText(displayText(text))
  }
  for (const { 0: source, 1: inDollars, 2: inParentheses, index } of titleTex.matchAll(FORMULA)) {
    const tex = inDollars ?? inParentheses ?? (source.startsWith('\\begin') ? undefined : source.slice(2, -2))
    const formula = tex === undefined ? undefined : settable(tex, checker => checker.maths())
    const written = formula === undefined ? latexText(displayText(source)) : `$${formula}$`
    result += textOf(titleTex.slice(at, index)) + written
    at = index + source.length
  }
  return result + textOf(titleTex.slice(at))
}

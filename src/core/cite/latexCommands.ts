/** Commands of LaTeX's mathematics without packages. */
export const MATHS_SYMBOLS =
  'alpha beta gamma delta epsilon varepsilon zeta eta theta vartheta iota kappa lambda mu nu xi pi varpi rho varrho sigma varsigma tau upsilon phi varphi chi psi omega Gamma Delta Theta Lambda Xi Pi Sigma Upsilon Phi Psi Omega aleph hbar imath jmath ell wp Re Im partial infty prime emptyset nabla surd top bot angle triangle forall exists neg lnot flat natural sharp clubsuit diamondsuit heartsuit spadesuit coprod bigvee bigwedge biguplus bigcap bigcup int prod sum bigotimes bigoplus bigodot oint bigsqcup smallint triangleleft triangleright bigtriangleup bigtriangledown wedge land vee lor cap cup ddagger dagger sqcap sqcup uplus amalg diamond bullet wr div odot oslash otimes ominus oplus mp pm circ bigcirc setminus cdot ast times star propto sqsubseteq sqsupseteq parallel mid dashv vdash nearrow searrow nwarrow swarrow Leftrightarrow Leftarrow Rightarrow neq ne leq le geq ge succ prec approx succeq preceq supset subset supseteq subseteq in ni owns gg ll leftrightarrow leftarrow gets rightarrow to mapsto sim simeq perp equiv asymp smile frown leftharpoonup leftharpoondown rightharpoonup rightharpoondown cong notin rightleftharpoons doteq hookrightarrow hookleftarrow bowtie models Longrightarrow longrightarrow longleftarrow Longleftarrow longmapsto longleftrightarrow Longleftrightarrow iff uparrow downarrow Uparrow Downarrow updownarrow langle rangle lbrace rbrace lceil rceil lfloor rfloor vert Vert ldots cdots vdots ddots dots colon quad qquad log lg ln lim limsup liminf sin arcsin cos arccos tan arctan cot sec csc max min sup inf arg ker dim hom det exp Pr gcd deg lbrack rbrack backslash lesssim gtrsim leqslant geqslant varnothing square Box displaystyle textstyle scriptstyle'.split(
    ' ',
  )
/** Commands of mathematics that take arguments, by their number. */
export const MATHS_ARGUMENTS: ReadonlyMap<string, number> = new Map([
  ...'mathbf mathit mathrm mathsf mathtt mathcal mathnormal mathbb mathfrak mathscr mathds boldsymbol bm pmb operatorname overline underline hat widehat tilde widetilde bar vec dot ddot check breve acute grave sqrt overrightarrow overbrace underbrace'
    .split(' ')
    .map((name): [string, number] => [name, 1]),
  ...'frac dfrac tfrac binom stackrel overset underset'.split(' ').map((name): [string, number] => [name, 2]),
])
/** Commands whose argument is text again. */
export const TEXT_IN_MATHS = /^(?:text|textrm|textbf|textit|textsf|texttt|textsc|textnormal|mbox|hbox|emph)$/
export const TEXT_STYLES =
  /^(?:emph|textbf|textit|textsc|textsf|texttt|textrm|textsl|textup|textmd|textnormal|textsuperscript|textsubscript|underline|mbox)$/
export const TEXT_SIGNS =
  /^(?:textless|textgreater|textbar|textbackslash|textasciitilde|textasciicircum|textquotesingle|textendash|textemdash|textellipsis|ldots|dots|textdegree|textregistered|texttrademark|textcopyright|ss|o|O|l|L|aa|AA|ae|AE|oe|OE|i|j|dh|DH|th|TH|dj|DJ|ng|NG|LaTeX|TeX|xspace|S|P|copyright|pounds|slash)$/
/** Switches hold to the end of their group. */
export const TEXT_SWITCHES = /^(?:bf|it|em|sc|tt|rm|sf|sl|bfseries|itshape|scshape|ttfamily)$/
export const TEXT_ACCENTS = /^(?:[cvuHkrdb]|["'`^~=.])$/
export const MATHS_DELIMITER =
  /^(?:[()[\]|./<>]|\\[{}|]|\\(?:langle|rangle|lfloor|rfloor|lceil|rceil|vert|Vert|lbrace|rbrace|backslash)(?![A-Za-z]))/

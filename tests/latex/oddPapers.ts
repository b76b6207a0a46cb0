import type { CorpusPaper } from '#core/papers/manifest.ts'
import { paperOf } from '#core/papers/paperOf.ts'
import { publisher } from '#core/publish/publish.ts'
import { recordOf } from '#core/sources/record.ts'

/** Titles as sources write them, sound TeX or not. */
const TITLES = [
  '$\\beta$-Anneal: H$_2$Cache at $10^{-3}$ and $\\leq$ Limits',
  'On $\\mathbb{R}^n$ and $\\mathcal{O}(n \\log n)$ with $\\operatorname*{argmin}_x f(x)$',
  "$\\frac{a}{b}$, $\\left\\{x \\mid \\sqrt[3]{x}\\right\\}$, $\\bm{x}^\\top\\boldsymbol{y}$, $x''_i$, $\\text{a b}$",
  'Not sound: $\\frac{a}$ and $\\unknown{x}$ and $x^2^3$ and $\\left( x$ and ${x$',
  'Text: \\emph{scan} \\textsc{Small} {\\bf bold} \\textbf{a \\emph{b}} M{\\"u}ller \\unknown{x} 50% of #1 & more_x^2',
  "\\emph{Big} Cats \\& Dogs ``so'' -- and --- so",
  'Half-stripped: 8times faster, D^3S, kleq 10, R_y(mathbf x_0), 60\\%',
  '{unbalanced {braces',
  'unbalanced} braces $',
  '\\',
  'ends with \\',
  '$5 and $6, 512$\\times$512, $<$5\\%',
  '100% & #1_2^3 ~ <b> | "quoted" \'so\' ?`no',
  '\\(a + b\\) and \\[c\\] and $$d$$',
  'ℝ 𝔼 𝒪 𝑥 𝐱 ≤ ≥ ≠ → ⇒ ∀ ∑ √2 H₂O 10⁻³ µ μ ′ ″ ★ ✓ ½ № ™ ℃',
]

/** One of each block of Unicode that has letters or signs which people write. */
const LETTERS = [
  'Ångström Ørsted Æsir Łódź Đặng Hồ Nguyễn Phở Ừ ợ ẩn ả Ơ ư Ąą Ęę Įį Ųų Ðð Þþ Ŋŋ ß ẞ ı İ ğ ș ț ő ű',
  '«guillemets» ‹single› „low“ ‚low‘ ’’ “” – — … • † ‡ ‐ ‑ − ¡ ¿ § ¶ © ® £ € ¥ ¢ ¤',
  'Αθήνα Γιώργος ώ ΐ ς Привет мир Ќ שלום مرحبا नमस्ते ไทย 日本語 中文 한국어 ქართული հայ አማርኛ',
  '🌊 👩‍🔬 🇪🇺 ❤️ ① ⅔ ﬁ ﬀ ＡＢ\u200b\u200d\ufeff\u2028 e\u0301 \u0301 x\u0302 \ufffd \ue000 \u{10ffff}',
]

export function oddPapers(): CorpusPaper[] {
  const publish = publisher([])
  return [...TITLES, ...LETTERS].flatMap((title, at) => {
    const words = title.split(' ').filter(word => word !== '')
    const source = { name: 'odd', format: 'json-lines' } as const
    return [
      recordOf(source, { title, authors: [`Ada Odd${at}`] }),
      recordOf(source, { title: `Alone ${at}: ${title}` }),
      recordOf(source, { title: `Names ${at}`, authors: words.map(word => `Ada ${word}`) }),
      recordOf(source, {
        title: `Wholes ${at}`,
        authors: [title],
        authorNames: [{ literal: title }],
      }),
    ].map((record, kind) => publish({ ...paperOf(record), id: `odd-${at}-${kind}` }))
  })
}

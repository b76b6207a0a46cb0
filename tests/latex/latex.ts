import { execFileSync, spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** Sets bibliographies by pdfLaTeX and BibTeX's `plain.bst`, without packages: as most people do. */

const DOCUMENT = String.raw`\documentclass{article}
\begin{document}
x\nocite{*}
\bibliographystyle{plain}
\bibliography{refs}
\end{document}
`
const PROGRAMS = ['pdflatex', 'bibtex']
const TIME_LIMIT_MS = 300_000

const isThere = (program: string): boolean => spawnSync(program, ['--version']).error === undefined

/** The programs that are not installed. */
export const missingPrograms = (): string[] => PROGRAMS.filter(program => !isThere(program))

export interface Typeset {
  /** The messages of errors, of LaTeX with the line they are about. */
  errors: string[]
  /** The text of the list as printed; undefined without `pdftotext`. */
  printed?: string
}

/** Sets all entries of a `.bib` file. */
export function typesetBibtex(bib: string): Typeset {
  const folder = mkdtempSync(join(tmpdir(), 'latex-'))
  try {
    writeFileSync(join(folder, 'refs.bib'), bib)
    writeFileSync(join(folder, 'doc.tex'), DOCUMENT)
    const run = (program: string, ...args: string[]) =>
      spawnSync(program, args, { cwd: folder, timeout: TIME_LIMIT_MS, maxBuffer: 1e9 })
    const latex = () => run('pdflatex', '-interaction=nonstopmode', '-no-shell-escape', 'doc')
    latex()
    run('bibtex', 'doc')
    const ofBibtex = readFileSync(join(folder, 'doc.blg'), 'utf8').match(/^.*---line \d.*$|^I couldn't .*$/gm)
    const errors = [...(ofBibtex ?? [])]
    for (let pass = 1; pass <= 2; pass++) {
      latex()
      const log = readFileSync(join(folder, 'doc.log'), 'utf8')
      errors.push(...(log.match(/^!.*(?:\n.*){0,8}?\nl\.\d+.*|^!.*/gm) ?? []))
    }
    if (!isThere('pdftotext')) return { errors }
    const printed = execFileSync('pdftotext', ['-layout', join(folder, 'doc.pdf'), '-'], {
      encoding: 'utf8',
      maxBuffer: 1e9,
    })
    return { errors, printed }
  } finally {
    rmSync(folder, { recursive: true })
  }
}

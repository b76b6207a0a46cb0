import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { CorpusPaper } from '#core/papers/manifest.ts'
import { checkedJson } from '#core/papers/monthFile.ts'
import { publisher } from '#core/publish/publish.ts'
import { rulesOf } from '#core/themes/themeRules.ts'
import { figure, rounded } from '../bench/comparison.ts'
import { named, readDocuments } from '../shared/collections.ts'
import { columns } from '../shared/columns.ts'
import { subcommand } from '../shared/commandGroup.ts'
import type { CommandTable } from '../shared/commandTable.ts'
import { Failure, isAbsent } from '../shared/failure.ts'
import { fullPaperOf } from '../shared/papers.ts'
import { readThemesFile, THEMES } from '../shared/themes.ts'
import { within } from './days.ts'
import { GoldFile } from './goldTable.ts'
import { termsOfRule } from './ruleTerms.ts'
import {
  type Assessment,
  assessThemes,
  MIN_GOLD,
  macroOf,
  nearlySameThemes,
  type Quality,
  type Themed,
  unfitThemes,
} from './themeQuality.ts'

const GOLD = join(import.meta.dirname, '../../../data/themes.gold.json')

async function readGold(path: string): Promise<GoldFile> {
  try {
    const gold = checkedJson(await readFile(path, 'utf8'), GoldFile)
    if (!gold.ok) throw new Failure(`${path}${gold.message}`)
    return gold.value
  } catch (error) {
    if (isAbsent(error)) throw new Failure(`There is no file ${path}.`)
    throw error
  }
}

const figuresOf = ({ precision, recall, f1, gold, found }: Quality) => ({
  precision: rounded(precision, 4),
  recall: rounded(recall, 4),
  f1: rounded(f1, 4),
  gold,
  found,
})

function table(assessments: readonly Assessment[], macro: ReturnType<typeof macroOf>): string {
  const row = ({ theme, quality: { precision, recall, f1, gold, found } }: Assessment): string[] => [
    theme.id,
    ...[precision, recall, f1].map(value => figure(value, 2)),
    String(gold),
    String(found),
    gold < MIN_GOLD ? 'too few' : '',
  ]
  const means = [macro.precision, macro.recall, macro.f1].map(value => figure(value, 3))
  return columns([
    ['', 'precision', 'recall', 'F1', 'gold', 'found', ''],
    ...assessments.map(row),
    ['mean', ...means, '', '', ''],
  ])
}

/** The alternatives of a rule, its misses and its false hits. */
function details({ theme, misses, falseHits }: Assessment, papers: readonly CorpusPaper[]): string[] {
  const rule = rulesOf([theme])[0]
  const missed = new Set(misses.map(({ paper }) => paper.id))
  const wrong = new Set(falseHits.map(({ id }) => id))
  const terms = rule
    ? termsOfRule(
        rule.rule,
        papers,
        ({ id, themes }) => missed.has(id) || (themes.includes(theme.id) && !wrong.has(id)),
      )
    : []
  const line = ({ id, title }: Themed): string => `  ${id}  ${title}`
  return [
    columns([
      ['', 'found', 'right', 'right by it alone'],
      ...terms.map(({ text, found, right, alone }) => [text, String(found), String(right), String(alone)]),
    ]),
    '',
    `Missed: ${misses.length}`,
    ...misses.map(({ paper, keywords }) => `${line(paper)}  [${keywords.join('; ')}]`),
    '',
    `Found against the keywords: ${falseHits.length}`,
    ...falseHits.map(line),
  ]
}

const THEME_QUALITY = {
  name: 'npm run evaluate -- themes',
  summary: 'Measures how well the rules of themes find their papers, by the keywords of the papers.',
  flags: {
    papers: { isRequired: true },
    themes: {},
    gold: {},
    since: {},
    until: {},
    show: {},
    json: {},
  },
  renamed: { from: 'since' },
  notes: `A paper belongs to a theme if one of its keywords ("ai_keywords") means the theme. Papers without keywords are left
out. Means are over the themes with ${MIN_GOLD} such papers or more. Keywords are incomplete, so precision is understated.
Themes without a paper or with more than 40 % of all papers are faults; nearly equal themes are named.

Exit code: 0 all was read · 1 lines of the file were left out, or a theme has no paper or too many · 2 nothing was done`,
} as const satisfies CommandTable

export const evaluateThemes = subcommand(THEME_QUALITY, async ({ values }, output) => {
  const { papers: path, since, until, show, json } = values
  const themes = await readThemesFile(values.themes ?? THEMES)
  const gold = await readGold(values.gold ?? GOLD)
  const { items, problems } = await readDocuments(path)
  for (const problem of named(problems)) output.complain(problem)
  const documents = within(items, since, until)
  if (documents.length === 0) throw new Failure(`No paper of ${path} is of these days.`)

  const publish = publisher(themes)
  const published = documents.map(document => publish(fullPaperOf(document)))
  const papers = published.map(
    ({ id, title, themes }, at): Themed => ({
      id,
      title,
      themes,
      keywords: documents[at]?.ai_keywords ?? [],
    }),
  )
  const assessments = assessThemes(themes, gold, papers)
  if (show !== undefined) {
    const shown = assessments.find(({ theme }) => theme.id === show)
    if (!shown) throw new Failure(`--show: no theme “${show}” has keywords in the gold table.`)
    const withKeywords = published.filter((_, at) => papers[at]?.keywords.length)
    output.print([shown.theme.query, '', ...details(shown, withKeywords)].join('\n'))
    return problems.length > 0 ? 1 : 0
  }
  const macro = macroOf(assessments)
  if (json) {
    const { precision, recall, f1 } = macro
    output.print(
      JSON.stringify({
        macro: { precision: rounded(precision, 4), recall: rounded(recall, 4), f1: rounded(f1, 4) },
        themes: Object.fromEntries(assessments.map(({ theme, quality }) => [theme.id, figuresOf(quality)])),
      }),
    )
  } else {
    output.print(table(assessments, macro))
    const withKeywords = papers.filter(({ keywords }) => keywords.length > 0).length
    const judged = assessments.filter(({ quality }) => quality.gold >= MIN_GOLD).length
    output.print(
      `${papers.length} papers, ${withKeywords} of them with keywords; means over ${judged} of ${themes.length} themes`,
    )
  }
  const unmeasured = themes.filter(({ id }) => !gold[id]).map(({ id }) => id)
  if (unmeasured.length > 0) output.complain(`The gold table knows no keywords of ${unmeasured.join(', ')}.`)
  const unfit = unfitThemes(themes, papers)
  for (const line of [...unfit, ...nearlySameThemes(themes, papers)]) output.complain(line)
  return problems.length > 0 || unfit.length > 0 ? 1 : 0
})

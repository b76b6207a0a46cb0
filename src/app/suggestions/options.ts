import { FIELDS, type FieldName } from '#core/query/fields.ts'
import type { Suggestion } from '#core/suggest/suggestion.ts'
import * as texts from './texts.ts'

/** A choice in the list under the search box. */
export type SuggestionOption = Suggestion | { kind: 'recent'; query: string } | { kind: 'forget' }

export interface OptionGroup {
  label: string
  options: SuggestionOption[]
}

const LABELS = {
  operator: texts.narrowBy,
  theme: texts.themes,
  paper: texts.papers,
  recent: texts.recentQueries,
  forget: texts.recentQueries,
} as const

const labelOf = (option: SuggestionOption): string =>
  option.kind === 'value' ? FIELDS[option.field].label : LABELS[option.kind]

/** The options under headings, in the order of the first of each kind. */
export function groupOptions(options: readonly SuggestionOption[]): OptionGroup[] {
  const groups: OptionGroup[] = []
  for (const option of options) {
    const label = labelOf(option)
    const group = groups.find(group => group.label === label)
    if (group) group.options.push(option)
    else groups.push({ label, options: [option] })
  }
  return groups
}

/** Operators that an empty box offers. */
const FIRST_OPERATORS = ['theme', 'author', 'has', 'last'] as const satisfies FieldName[]

/** The options of an empty box: recent queries, and operators to start with. */
export const beginnings = (recent: readonly string[]): SuggestionOption[] => [
  ...recent.map((query): SuggestionOption => ({ kind: 'recent', query })),
  ...(recent.length > 0 ? [{ kind: 'forget' } as const] : []),
  ...FIRST_OPERATORS.map((field): SuggestionOption => ({ kind: 'operator', field })),
]

/** Unique within a list. */
export function optionKey(option: SuggestionOption): string {
  switch (option.kind) {
    case 'operator':
      return `operator ${option.field}`
    case 'value':
      return `value ${option.value}`
    case 'recent':
      return `recent ${option.query}`
    case 'forget':
      return 'forget'
    case 'theme':
    case 'paper':
      return `${option.kind} ${option.id}`
    default:
      return option satisfies never
  }
}

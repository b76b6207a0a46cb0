import { commandGroup } from '../shared/commandGroup.ts'
import { evaluateKnownItems } from './evaluateKnownItems.ts'
import { evaluateRelated } from './evaluateRelated.ts'
import { evaluateSearch } from './evaluateSearch.ts'
import { evaluateThemes } from './evaluateThemes.ts'

export const EVALUATE_SUBCOMMANDS = {
  search: evaluateSearch,
  'known-items': evaluateKnownItems,
  related: evaluateRelated,
  themes: evaluateThemes,
}

/** `npm run evaluate`. */
export const evaluateCommand = commandGroup(
  'npm run evaluate --',
  'Measures how well engines, ours and others, find papers, and how good themes and related papers are.',
  EVALUATE_SUBCOMMANDS,
)

const SUPERSCRIPTS: Record<string, string> = {
  ...Object.fromEntries([...'0123456789'].map((digit, i) => [digit, '⁰¹²³⁴⁵⁶⁷⁸⁹'[i] as string])),
  '+': '⁺',
  '-': '⁻',
  n: 'ⁿ',
  i: 'ⁱ',
  T: 'ᵀ',
}
const SUBSCRIPTS: Record<string, string> = {
  ...Object.fromEntries([...'0123456789'].map((digit, i) => [digit, '₀₁₂₃₄₅₆₇₈₉'[i] as string])),
  ...Object.fromEntries(
    [...'aehijklmnoprstuvx'].map((letter, i) => [letter, [...'ₐₑₕᵢⱼₖₗₘₙₒₚᵣₛₜᵤᵥₓ'][i] as string]),
  ),
}

/** All characters in their other form, or nothing where one of them has none. */
function shifted(table: Record<string, string>, characters: string): string | undefined {
  const shifted = [...characters].map(character => table[character])
  return shifted.every(character => character !== undefined) ? shifted.join('') : undefined
}

export const raised = (characters: string): string | undefined => shifted(SUPERSCRIPTS, characters)
export const lowered = (characters: string): string | undefined => shifted(SUBSCRIPTS, characters)

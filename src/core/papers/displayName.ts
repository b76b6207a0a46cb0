import type { AuthorName } from './authorNames.ts'

/** The name as pages show it, given name first: `Hugo de Vries`, `Sammy Davis Jr.` Apart from the schema, which no page needs. */
export function displayName(name: AuthorName): string {
  if ('literal' in name) return name.literal
  const { given, particle, family, suffix } = name
  return [given, particle, family, suffix].filter(part => part !== undefined).join(' ')
}

/** The name as lists sort it, family name first: `de Vries, Hugo`, `Davis, Sammy, Jr.`; an organisation's as it is. */
export function sortedName(name: AuthorName): string {
  if ('literal' in name) return name.literal
  const { given, particle, family, suffix } = name
  return [particle ? `${particle} ${family}` : family, given, suffix].filter(Boolean).join(', ')
}

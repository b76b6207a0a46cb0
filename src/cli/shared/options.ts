import { parseArgs } from 'node:util'
import { ENGINE_NAMES, type EngineName } from '../bench/engines.ts'
import { Failure, messageOf } from './failure.ts'

/** The options of every measuring task. */
export const ENGINE_OPTIONS = ['only', 'cap', 'json'] as const

export const ENGINE_OPTIONS_HELP = `  --only      the engines to measure, between commas: ${ENGINE_NAMES.join(', ')}
  --cap       seconds that each engine may take, from when the documents are read (default: 60)
  --json      the figures for scripts: standard output holds nothing else`

const FLAGS = ['json']

/** Options by name. Throws a `Failure` where one is unknown or lacks its value. */
export function optionsOf<Name extends string>(
  args: readonly string[],
  names: readonly Name[],
): Partial<Record<Name, string>> {
  const options = Object.fromEntries(
    names.map(name => [name, { type: FLAGS.includes(name) ? ('boolean' as const) : ('string' as const) }]),
  )
  try {
    const { values } = parseArgs({ args: [...args], options })
    return Object.fromEntries(
      Object.entries(values).map(([name, value]) => [name, String(value)]),
    ) as Partial<Record<Name, string>>
  } catch (error) {
    throw new Failure(messageOf(error))
  }
}

export function pathOf(option: string, value: string | undefined, holds: string): string {
  if (!value) throw new Failure(`--${option} needs the path of ${holds}.`)
  return value
}

/** A whole number from 1 on, or the one that holds where none is given. */
export function countOf<Default>(
  option: string,
  value: string | undefined,
  byDefault: Default,
): number | Default {
  if (value === undefined) return byDefault
  if (!/^[1-9]\d{0,8}$/.test(value)) {
    throw new Failure(`--${option} needs a whole number from 1 on, not “${value}”.`)
  }
  return Number(value)
}

/** The engines named between commas; all where none is named. */
export function enginesOf(only: string | undefined): EngineName[] {
  if (only === undefined) return ENGINE_NAMES
  const names = only.split(',').map(name => name.trim())
  const unknown = names.find(name => !ENGINE_NAMES.some(known => known === name))
  if (unknown !== undefined) {
    throw new Failure(`--only knows no engine “${unknown}”: there are ${ENGINE_NAMES.join(', ')}.`)
  }
  return ENGINE_NAMES.filter(name => names.includes(name))
}

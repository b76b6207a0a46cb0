import type { FlagKind, ValueLimits } from './flagKinds.ts'
import type { FLAGS, FlagName } from './flags.ts'

/** A flag with a value or without: `--from arxiv`, `--remove`. */
export type FlagCondition = `--${string}`

/** How a command uses a flag. */
export interface FlagUse extends ValueLimits {
  description?: string
  default?: unknown
  isRequired?: true
  /** The flag makes sense only if one of these holds. */
  needs?: readonly FlagCondition[]
  /** The flag makes no sense if one of these holds. */
  conflicts?: readonly FlagCondition[]
}

/** The arguments of a command: the parser and the help text come from this table. */
export interface CommandTable {
  /** As it is typed: `npm run ingest --`. */
  name: string
  summary: string
  /** Arguments other than flags. */
  positionals?: { placeholder: string; description: string }
  flags: { readonly [Name in FlagName]?: FlagUse }
  /** Names of earlier versions: old → new. */
  renamed?: Readonly<Record<string, FlagName>>
  /** Flags that earlier versions accepted here without any effect. */
  ignored?: readonly FlagName[]
  /** The rest of the help text. */
  notes?: string
}

type ValueOf<Name extends FlagName> =
  (typeof FLAGS)[Name]['kind'] extends FlagKind<infer Value> ? Value : never

/** A value that has to be one of some choices has their type. */
type Narrowed<Value, Use> = Use extends { choices: readonly (infer Choice)[] }
  ? Value extends unknown[]
    ? Choice[]
    : Choice
  : Value

type IsAlwaysThere<Value, Use> = [Value] extends [boolean]
  ? true
  : Use extends { default: unknown } | { isRequired: true }
    ? true
    : false

/** The values of the flags of a table, by their names. */
export type FlagValues<Uses> = {
  -readonly [Name in keyof Uses & FlagName]: IsAlwaysThere<ValueOf<Name>, Uses[Name]> extends true
    ? Narrowed<ValueOf<Name>, Uses[Name]>
    : Narrowed<ValueOf<Name>, Uses[Name]> | undefined
}

export interface GivenArguments<Table extends CommandTable> {
  values: FlagValues<Table['flags']>
  positionals: string[]
  /** Advice about flags of earlier versions. */
  hints: string[]
}

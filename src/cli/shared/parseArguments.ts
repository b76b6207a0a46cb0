import { Command, CommanderError, Option } from 'commander'
import type { CommandTable, FlagCondition, FlagUse, GivenArguments } from './commandTable.ts'
import { Failure } from './failure.ts'
import { SWITCH } from './flagKinds.ts'
import { FLAGS, type Flag, type FlagName } from './flags.ts'

const MAX_HELP_WIDTH = 120

const usesOf = ({ flags }: CommandTable): [FlagName, FlagUse][] =>
  Object.entries(flags) as [FlagName, FlagUse][]

function parseValue(name: FlagName, use: FlagUse, text: string, before: unknown): unknown {
  const { kind, isRepeatable }: Flag = FLAGS[name]
  const value = text.startsWith('--') ? undefined : kind.parse(text, use)
  if (value === undefined)
    throw new Failure(`--${name} needs ${kind.wants(use)}, not “${text}”.${kind.advice?.(text, use) ?? ''}`)
  return isRepeatable && Array.isArray(value) && Array.isArray(before) ? [...before, ...value] : value
}

const conditionLines = ({ needs = [], choices = [] }: FlagUse): string[] => [
  ...(choices.length > 0 ? [choices.join(', ')] : []),
  ...(needs.length > 0 ? [`with ${needs.join(' or ')}`] : []),
]

function optionOf(name: FlagName, use: FlagUse): Option {
  const { placeholder, description }: Flag = FLAGS[name]
  const additions = conditionLines(use)
  const text = [use.description ?? description, ...additions.map(line => `(${line})`)].join(' ')
  const option = new Option(placeholder === undefined ? `--${name}` : `--${name} <${placeholder}>`, text)
  if (placeholder !== undefined) option.argParser((value, before) => parseValue(name, use, value, before))
  if (use.default !== undefined) {
    const shown = String(use.default)
    option.default(use.default, shown === '' ? undefined : shown)
  }
  return option
}

function commanderOf(table: CommandTable): Command {
  const { name, summary, positionals, ignored = [], notes } = table
  const command = new Command(name)
    .summary(summary)
    .description(summary)
    .helpOption('--help', 'show this')
    .configureHelp({ showGlobalOptions: false })
    .configureOutput({
      writeOut: () => {},
      writeErr: () => {},
      getOutHelpWidth: () => Math.min(process.stdout.columns ?? MAX_HELP_WIDTH, MAX_HELP_WIDTH),
    })
    .exitOverride()
  if (positionals) command.argument(`[${positionals.placeholder}...]`, positionals.description)
  for (const [flag, use] of usesOf(table)) command.addOption(optionOf(flag, use))
  for (const flag of ignored) command.addOption(optionOf(flag, {}).hideHelp())
  return notes === undefined ? command : command.addHelpText('after', `\n${notes}`)
}

/** The help text of a command. */
export function helpOf(table: CommandTable): string {
  let text = ''
  const command = commanderOf(table).configureOutput({ writeOut: part => (text += part) })
  command.outputHelp()
  return text.trimEnd()
}

/** Replaces flag names of earlier versions, with a hint for each. */
function withoutOldNames(
  { renamed = {} }: CommandTable,
  args: readonly string[],
): { args: string[]; hints: string[] } {
  const hints = new Set<string>()
  const end = args.indexOf('--')
  const rename = (arg: string, at: number): string => {
    // The library would take -h for the beginning of any word such as -hallucination.
    if (arg === '-h' && (end < 0 || at < end)) return '--help'
    const [, old = '', value = ''] = /^--([\w-]+)(=.*)?$/s.exec(arg) ?? []
    if (!Object.hasOwn(renamed, old) || (end >= 0 && at > end)) return arg
    hints.add(`--${old} is now --${renamed[old]}; --${old} will go away in the next version.`)
    return `--${renamed[old]}${value}`
  }
  return { args: args.map(rename), hints: [...hints] }
}

const wantsOf = (name: FlagName, { flags }: CommandTable): string =>
  (FLAGS[name] as Flag).kind.wants(flags[name] ?? {})

/** An error of the library in our words, with advice. */
function failureOf(
  { code, message }: CommanderError,
  table: CommandTable,
  words: readonly string[],
): Failure {
  const [, named = ''] = /'([^']+)'/.exec(message) ?? []
  const [flag = '', placeholder] = named.split(' ')
  const help = `${table.name} --help lists all flags.`
  if (code === 'commander.unknownOption') {
    const [known = ''] = flag.split('=')
    if (Object.hasOwn(table.flags, known.slice(2)))
      return new Failure(`${known} takes no value: write ${known} alone.`)
    const [, meant] = /\(Did you mean (.+)\?\)/s.exec(message) ?? []
    const isDashed = !flag.startsWith('--') && table.positionals !== undefined
    const advice = isDashed ? ` If it is no flag, write -- before it: ${table.name} -- '${flag}'.` : ''
    return new Failure(`There is no flag ${flag}. ${meant ? `Did you mean ${meant}?` : `${help}${advice}`}`)
  }
  if (code === 'commander.optionMissingArgument') {
    const name = flag.slice(2) as FlagName
    return new Failure(`${flag} needs ${wantsOf(name, table)}: ${flag} ${placeholder?.replace(/[<>]/g, '')}.`)
  }
  if (code === 'commander.excessArguments') return new Failure(`“${words.join(' ')}” is no flag: ${help}`)
  return new Failure(`${message.replace(/^error: /, '')} ${help}`)
}

const isNegated = (name: FlagName): boolean => name.startsWith('no-')

const attributeOf = (name: FlagName): string => new Option(`--${name}`).attributeName()

/** Rejects flags that do not go together, and the lack of required ones. */
function checkFlags(table: CommandTable, command: Command): void {
  const isGiven = (name: string): boolean =>
    command.getOptionValueSource(attributeOf(name as FlagName)) === 'cli'
  const holds = (condition: FlagCondition): boolean => {
    const [name = '', value] = condition.slice(2).split(' ')
    return (
      isGiven(name) &&
      (value === undefined || command.getOptionValue(attributeOf(name as FlagName)) === value)
    )
  }
  for (const [name, { isRequired, needs, conflicts = [] }] of usesOf(table)) {
    if (isRequired && !isGiven(name))
      throw new Failure(`--${name} is missing: it needs ${wantsOf(name, table)}.`)
    if (!isGiven(name)) continue
    const clash = conflicts.find(holds)
    if (clash) throw new Failure(`--${name} does not go with ${clash}: leave one of them out.`)
    if (needs && !needs.some(holds)) throw new Failure(`--${name} belongs to ${needs.join(' and ')}.`)
  }
}

function parseWith<Table extends CommandTable>(
  table: Table,
  args: readonly string[],
  hints: string[],
): GivenArguments<Table> | { help: string } {
  const command = commanderOf(table)
  try {
    command.parse(args, { from: 'user' })
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error
    if (error.code === 'commander.helpDisplayed') return { help: helpOf(table) }
    throw failureOf(error, table, command.args)
  }
  checkFlags(table, command)
  for (const name of table.ignored ?? [])
    if (command.getOptionValueSource(attributeOf(name)) === 'cli')
      hints.push(`--${name} does nothing here; it will be rejected in the next version.`)
  const values = usesOf(table).map(([name]) => {
    const value = command.getOptionValue(attributeOf(name))
    if (FLAGS[name].kind !== SWITCH) return [name, value]
    return [name, isNegated(name) ? value === false : value === true]
  })
  return { values: Object.fromEntries(values), positionals: command.args, hints }
}

/** Parses the arguments of a command; `help` is the text to show instead. Throws a `Failure` for wrong ones. */
export function parseArguments<const Table extends CommandTable>(
  table: Table,
  given: readonly string[],
): GivenArguments<Table> | { help: string } {
  const { args, hints } = withoutOldNames(table, given)
  try {
    return parseWith(table, args, hints)
  } catch (error) {
    // The message names flags of today: the hints tell how they were called.
    if (error instanceof Failure && hints.length > 0) throw new Failure([...hints, error.message].join('\n'))
    throw error
  }
}

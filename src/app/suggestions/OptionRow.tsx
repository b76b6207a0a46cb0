import { History } from 'lucide-react'
import type { ReactNode } from 'react'
import { FIELDS } from '#core/query/fields.ts'
import { formatNumber } from '#core/text/numbers.ts'
import { useNamedTheme } from '../state/themes.ts'
import { Dot } from '../ui/Dot.tsx'
import type { SuggestionOption } from './options.ts'
import * as texts from './texts.ts'

/** The content of an option. Spaces separate its columns for screen readers. */
export function OptionRow({ option }: { option: SuggestionOption }) {
  switch (option.kind) {
    case 'operator':
      return (
        <>
          <span className="w-20 shrink-0">
            <Typed>{option.field}:</Typed>
          </span>{' '}
          <span className="min-w-0 grow text-soft">{texts.papersWith(FIELDS[option.field].about)}</span>{' '}
          <Typed soft>{FIELDS[option.field].examples[0]}</Typed>
        </>
      )
    case 'value':
      return (
        <>
          {option.field === 'theme' && <ThemeDot id={option.value} />}
          <bdi className="min-w-0 truncate">{option.label ?? option.value}</bdi>{' '}
          {option.label && <Typed soft>{`${option.field}:${option.value}`}</Typed>}{' '}
          <Count count={option.count} />
        </>
      )
    case 'theme':
      return (
        <>
          <ThemeDot id={option.id} />
          <bdi className="min-w-0 truncate">{option.label}</bdi> <Typed soft>theme:{option.id}</Typed>{' '}
          <Count count={option.count} />
        </>
      )
    case 'paper':
      return (
        <span dir="auto" className="line-clamp-2 grow font-serif text-base leading-snug">
          {option.title}
        </span>
      )
    case 'recent':
      return (
        <>
          <History size={14} aria-hidden="true" className="shrink-0 text-soft" />
          <bdi className="min-w-0 truncate pr-12">{option.query}</bdi>
        </>
      )
    case 'forget':
      return <span className="text-soft">{texts.clearRecent}</span>
    default:
      return option satisfies never
  }
}

function ThemeDot({ id }: { id: string }) {
  const theme = useNamedTheme(id)
  return theme && <Dot accent={theme.accent} />
}

/** The text that the option inserts. */
const Typed = ({ soft = false, children }: { soft?: boolean; children: ReactNode }) => (
  <span className={`shrink-0 font-mono text-[0.9em] ${soft ? 'text-soft max-sm:hidden' : ''}`}>
    {children}
  </span>
)

const Count = ({ count }: { count: number | undefined }) =>
  count !== undefined && (
    <span className="ml-auto shrink-0 pl-3 text-xs text-soft">
      <data value={count}>{formatNumber(count)}</data>
      <span className="sr-only">{texts.paperSuffix(count)}</span>
    </span>
  )

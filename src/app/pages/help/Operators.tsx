import { FIELD_NAMES, type FieldName, fieldOf } from '#core/query/fields.ts'
import { VALUE_HINT } from '#core/query/values.ts'
import { Examples } from './Examples.tsx'
import type { Guided } from './guided.ts'
import * as texts from './texts.tsx'

/** The values that an operator takes, in words. */
function valuesInWords(name: FieldName): string {
  const field = fieldOf(name)
  if (field.kind === 'set')
    return field.known ? texts.operators.known(field.known.join(', ')) : texts.operators.names
  if (field.kind === 'day' && field.bound) return texts.operators.date
  return texts.operators.takes(VALUE_HINT[field.kind].replace('"phrase"', '“phrase”'))
}

/** Every operator there is, from the table that the parser reads. */
export function Operators({ guide }: Guided) {
  return (
    <>
      <p>{texts.operators.about}</p>
      <dl>
        {FIELD_NAMES.map(name => (
          <div
            key={name}
            className="grid gap-x-6 border-t border-rule py-2.5 wrap-anywhere first:border-t-0 sm:grid-cols-[7.5rem_1fr]"
          >
            <dt className="font-mono text-[0.95em] font-semibold">{name}:</dt>
            <dd>
              <p>
                {texts.operators.papers(fieldOf(name).about)}{' '}
                <span className="text-soft">{valuesInWords(name)}</span>
              </p>
              {guide && <ExamplesOf name={name} examples={guide.operators[name]} />}
            </dd>
          </div>
        ))}
      </dl>
    </>
  )
}

function ExamplesOf({ name, examples }: { name: FieldName } & Parameters<typeof Examples>[0]) {
  if (examples.length > 0) return <Examples examples={examples} />
  return (
    <p className="text-sm text-soft">
      {texts.operators.suchAs(<code className="font-mono">{fieldOf(name).examples[0]}</code>)}
    </p>
  )
}

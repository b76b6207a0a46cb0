import { WORD_FORMS } from '#core/engine/searchExamples.ts'
import { Examples } from './Examples.tsx'
import type { Guided } from './guided.ts'
import * as texts from './texts.tsx'

/** Explains how a query without operators is read. */
export function Words({ guide }: Guided) {
  return (
    <>
      <p>{texts.words.about}</p>
      <dl className="space-y-4">
        {WORD_FORMS.map(form => {
          const example = guide?.words[form]
          return (
            <div key={form}>
              <dt className="font-semibold">{texts.forms[form].title}</dt>
              <dd>
                <p>{texts.forms[form].about}</p>
                {example && <Examples examples={[example]} />}
              </dd>
            </div>
          )
        })}
      </dl>
      <p>{texts.words.spelling}</p>
    </>
  )
}

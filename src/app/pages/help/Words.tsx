import type { ReactNode } from 'react'
import { WORD_FORMS, type WordForm } from '#core/engine/searchExamples.ts'
import { Examples } from './Examples.tsx'
import type { Guided } from './guided.ts'

const FORMS: Record<WordForm, { title: string; about: ReactNode }> = {
  all: {
    title: 'All of the words',
    about:
      'In title, abstract or names, in any order. Endings do not matter, “reward” finds “rewards”, and of the last word the beginning is enough.',
  },
  typo: {
    title: 'Typing errors',
    about:
      'A word that no paper, or hardly any, contains is read as those that are spelt much like it. The list says which these are.',
  },
  phrase: {
    title: 'Phrases',
    about: 'Quotation marks ask for words exactly as they are, one after the other.',
  },
  without: {
    title: 'Without a word',
    about:
      'A minus leaves out the papers with what follows it: a word, a phrase, an operator, or parentheses. It is taken word for word, so that it never takes away more than it says.',
  },
  either: {
    title: 'Either word',
    about: (
      <>
        A bar, or <code className="font-mono text-[0.9em]">OR</code> in capitals, between two. It binds
        tighter than a space: “audio tokenizer | codec” asks for audio with either of the others.
      </>
    ),
  },
  group: { title: 'Parentheses', about: 'The part between them is read first.' },
}

/** Explains how a query without operators is read. */
export function Words({ guide }: Guided) {
  return (
    <>
      <p>
        Type what you remember. Papers with all words come first. Where they are few, papers with some of the
        words follow, marked as such. What you ask for by an operator or in quotation marks always holds.
      </p>
      <dl className="space-y-4">
        {WORD_FORMS.map(form => {
          const example = guide?.words[form]
          return (
            <div key={form}>
              <dt className="font-semibold">{FORMS[form].title}</dt>
              <dd>
                <p>{FORMS[form].about}</p>
                {example && <Examples examples={[example]} />}
              </dd>
            </div>
          )
        })}
      </dl>
      <p>
        A word that is written with a hyphen and without is one word: “multi-agent”, “multiagent” and “multi
        agent” find the same. An acronym finds what papers say it stands for, and the other way round. “Why”
        on a paper says by what it was found.
      </p>
    </>
  )
}

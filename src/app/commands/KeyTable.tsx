import { Fragment } from 'react'
import { KeyCaps } from './KeyCaps.tsx'
import { COMMAND_NAMES, COMMANDS, GROUPS, OTHER_KEYS } from './table.ts'
import * as texts from './texts.ts'

/** All keys of the site and what they do, under headings of the third level. */
export function KeyTable() {
  const rows = [...COMMAND_NAMES.map(name => COMMANDS[name]), ...OTHER_KEYS].filter(
    ({ keys }) => keys.length > 0,
  )
  return (
    <div className="gap-x-10 text-sm sm:columns-2">
      {GROUPS.map(group => (
        <section key={group} className="mb-5 break-inside-avoid">
          <h3 className="mb-1 border-b border-rule pb-1 font-semibold">{group}</h3>
          <dl>
            {rows
              .filter(row => row.group === group)
              .map(({ label, keys }) => (
                <div key={label} className="flex min-h-8 items-center justify-between gap-x-4 py-0.5">
                  <dt className="text-soft">{label}</dt>
                  <dd className="text-right">
                    {keys.map((each, at) => (
                      <Fragment key={each}>
                        {at > 0 && <span className="text-soft"> {texts.or} </span>}
                        <KeyCaps keys={each} />
                      </Fragment>
                    ))}
                  </dd>
                </div>
              ))}
          </dl>
        </section>
      ))}
    </div>
  )
}

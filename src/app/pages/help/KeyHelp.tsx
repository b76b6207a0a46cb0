import { KeyTable } from '../../commands/KeyTable.tsx'

/** The keys that do something. */
export function KeyHelp() {
  return (
    <>
      <p>
        Keys do nothing while you type, and those that stand alone can be switched off in the settings. In the
        list under the search box the arrow keys choose, and Delete forgets a query. A click on a filter with
        Alt leaves its papers out.
      </p>
      <KeyTable />
    </>
  )
}

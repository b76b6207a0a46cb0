import { KeyTable } from '../../commands/KeyTable.tsx'
import * as texts from './texts.tsx'

/** The keys that do something. */
export function KeyHelp() {
  return (
    <>
      <p>{texts.keys}</p>
      <KeyTable />
    </>
  )
}

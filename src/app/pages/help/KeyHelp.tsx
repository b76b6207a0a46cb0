import { KeyTable } from '../../commands/KeyTable.tsx'
import * as texts from './texts.tsx'

export function KeyHelp() {
  return (
    <>
      <p>{texts.keys}</p>
      <KeyTable />
    </>
  )
}

import * as texts from './texts.ts'
/** Reloads the page. */
export function ReloadButton() {
  return (
    <button type="button" className="target prose-link" onClick={() => location.reload()}>
      {texts.tryAgain}
    </button>
  )
}

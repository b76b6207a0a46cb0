/** Loads the page anew, and all that did not arrive with it. */
export function ReloadButton() {
  return (
    <button type="button" className="target prose-link" onClick={() => location.reload()}>
      Try again
    </button>
  )
}

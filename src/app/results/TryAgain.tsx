import { focusOn } from '../navigation/focusTargets.ts'
import { retryLoading } from '../state/corpus.ts'
import { announce } from '../ui/Announcer.tsx'

/** Has loaded what could not be had. What stands there stays, and the button is drawn again if that fails too. */
export const TryAgain = () => (
  <button
    type="button"
    className="target prose-link"
    onClick={() => {
      announce('Trying again')
      focusOn('papers', 'content')
      retryLoading()
    }}
  >
    Try again
  </button>
)

import { focusOn } from '../navigation/focusTargets.ts'
import { retryLoading } from '../state/corpus.ts'
import { announce } from '../ui/Announcer.tsx'

/** Loads again what could not be loaded. The page stays as it is meanwhile, and the button comes back if that fails too. */
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

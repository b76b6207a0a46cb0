import { focusOn } from '../navigation/focusTargets.ts'
import { retryLoading } from '../state/corpus.ts'
import { announce } from '../ui/Announcer.tsx'
import * as texts from './texts.ts'

/** Loads again what could not be loaded. The page stays as it is meanwhile, and the button comes back if that fails too. */
export const TryAgain = () => (
  <button
    type="button"
    className="target prose-link"
    onClick={() => {
      announce(texts.tryingAgain)
      focusOn('papers', 'content')
      retryLoading()
    }}
  >
    {texts.tryAgain}
  </button>
)

import * as texts from './texts.ts'

function selectAll(area: HTMLTextAreaElement | null): void {
  area?.focus()
  area?.select()
}

/** A text to copy by hand, selected already. */
export function CopyByHand({ text, onClose }: { text: string; onClose: () => void }) {
  return (
    <div className="w-full text-sm text-soft">
      <label>
        {texts.copyByHand}
        <textarea
          ref={selectAll}
          readOnly
          dir="auto"
          rows={4}
          className="mt-1 block w-full border border-edge bg-sheet p-2 font-mono text-xs text-ink"
          value={text}
          onKeyDown={event => {
            if (event.key === 'Escape') onClose()
          }}
        />
      </label>
      <button type="button" className="target prose-link" onClick={onClose}>
        {texts.close}
      </button>
    </div>
  )
}

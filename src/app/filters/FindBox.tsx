interface Props {
  label: string
  typed: string
  onTyped: (typed: string) => void
}

/** A box that narrows the list below it. */
export function FindBox({ label, typed, onTyped }: Props) {
  return (
    <input
      type="search"
      dir="auto"
      aria-label={label}
      placeholder={label}
      value={typed}
      onChange={event => onTyped(event.currentTarget.value)}
      autoComplete="off"
      spellCheck={false}
      className="target mb-2 h-8 w-full border-b border-edge bg-transparent text-sm placeholder:text-soft placeholder:italic focus:border-ink"
    />
  )
}

const COLOURS = [
  'bg-group-1',
  'bg-group-2',
  'bg-group-3',
  'bg-group-4',
  'bg-group-5',
  'bg-group-6',
  'bg-group-7',
  'bg-group-8',
]

/** A dot in one of the accents, told apart by number; decoration beside words. */
export function Dot({ accent }: { accent: number }) {
  return (
    <span
      aria-hidden="true"
      className={`inline-block size-2 shrink-0 rounded-full ${COLOURS[accent % COLOURS.length]}`}
    />
  )
}

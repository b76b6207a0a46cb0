const COLOURS = [
  'bg-group-1',
  'bg-group-2',
  'bg-group-3',
  'bg-group-4',
  'bg-group-5',
  'bg-group-6',
  'bg-group-7',
  'bg-group-8',
  'bg-group-9',
  'bg-group-10',
  'bg-group-11',
  'bg-group-12',
  'bg-group-13',
  'bg-group-14',
  'bg-group-15',
  'bg-group-16',
]

/** A dot in one of the accents, told apart by number; decoration beside words. */
export function Dot({ accent }: { accent: number }) {
  return <span className={`dot ${COLOURS[accent % COLOURS.length]}`} />
}

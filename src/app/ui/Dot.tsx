const ACCENTS = 16

/** A dot in one of the accents; decoration beside words. `styles/tokens.css` names the classes. */
export function Dot({ accent }: { accent: number }) {
  return <span className={`dot bg-group-${(accent % ACCENTS) + 1}`} />
}

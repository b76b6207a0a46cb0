/** The double hairline under the masthead. */
export function DoubleRule() {
  return <div aria-hidden="true" className="h-[3px] border-y border-ink" />
}

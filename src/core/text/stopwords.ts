/**
 * Words of nearly every abstract. They are indexed for titles only, and a query asks for them only where it
 * has nothing else.
 */
const STOP_WORDS = new Set(
  `a about above after again all also am an and any are as at be because been before being below between both but by can
  could did do does doing down during each few for from further had has have having he her here hers him his how however
  i if in into is it its itself just me more most my no nor not of off on once only or other our ours out over own same
  she should so some such than that the their theirs them then there these they this those through thus to too under
  until up upon us very was we were what when where whether which while who whom whose why will with within without would
  you your yours`.split(/\s+/),
)

export const isStopWord = (term: string): boolean => STOP_WORDS.has(term)

import { DEPTH_LIMIT } from '../text/json.ts'
import { type Flaw, flaw, isFlaw, type ParsedValue, scalarAt, skipSpace } from './pythonScalar.ts'

export interface LiteralReading {
  /** Undefined where nothing could be read. */
  value: unknown
  /** Where reading had to stop before the end of the text. */
  flaw?: Flaw
}

/** A dict, list or tuple that is open. A dict's `key` waits for its value. */
type Frame =
  | { close: '}'; items: Record<string, unknown>; key?: { value: unknown } | undefined }
  | { close: ']' | ')'; items: unknown[] }

/** Without a prototype, so that `__proto__` is a key like any other. */
const emptyDict = (): Record<string, unknown> => Object.create(null) as Record<string, unknown>

function frameAt(char: string | undefined): Frame | undefined {
  if (char === '{') return { close: '}', items: emptyDict() }
  if (char === '[') return { close: ']', items: [] }
  if (char === '(') return { close: ')', items: [] }
  return undefined
}

/** Items under keys that are no strings are left out: nothing that we read has such. */
function put(frame: Frame, value: unknown): void {
  if (frame.close !== '}') frame.items.push(value)
  else {
    if (typeof frame.key?.value === 'string') frame.items[frame.key.value] = value
    frame.key = undefined
  }
}

/** The rest of a literal that breaks off: dicts with those items that are whole. A list is whole or left out. */
function wholeItems(frames: readonly Frame[]): unknown {
  let inner: unknown
  for (const frame of frames.toReversed()) {
    if (frame.close !== '}') inner = undefined
    else {
      if (inner !== undefined) put(frame, inner)
      inner = frame.items
    }
  }
  return inner
}

const found = (text: string, at: number): string =>
  at < text.length ? `found ${JSON.stringify(text.slice(at, at + 1))}` : 'the text ends'

/**
 * Reads what Python writes for a value (`repr`): dicts, lists, tuples (as arrays), strings, numbers, True, False and
 * None (as null). Nothing is evaluated: a call or a name becomes a `NotLiteral`, and reading goes on behind it. Where
 * the text is cut or wrong, reading stops and gives what is whole before: an item counts once the comma or bracket
 * behind it is there. Takes linear time and does not recurse.
 */
export function readPythonLiteral(text: string): LiteralReading {
  const frames: Frame[] = []
  let at = skipSpace(text, 0)
  /** The value just read; what stands behind it says what becomes of it. */
  let held: ParsedValue | undefined
  const stopped = (offset: number, message: string): LiteralReading => ({
    value: frames.length === 0 ? held?.value : wholeItems(frames),
    flaw: flaw(offset, message),
  })

  const close = (frame: Frame, grouping: boolean): void => {
    frames.pop()
    at++
    held = { value: grouping ? (frame.items as unknown[])[0] : frame.items, end: at }
  }

  for (;;) {
    const frame = frames.at(-1)
    const char = text[at]
    if (held === undefined) {
      const opened = frameAt(char)
      if (opened) {
        if (frames.push(opened) > DEPTH_LIMIT) return stopped(at, `nested deeper than ${DEPTH_LIMIT} levels`)
        at++
      } else if (frame && char === frame.close && !('key' in frame && frame.key)) close(frame, false)
      else {
        const scalar = scalarAt(text, at)
        if (isFlaw(scalar)) return stopped(scalar.offset, scalar.message)
        held = scalar
        at = scalar.end
      }
    } else if (frame === undefined) {
      return at < text.length ? stopped(at, 'more text behind the value') : { value: held.value }
    } else if (frame.close === '}' && frame.key === undefined) {
      if (char !== ':') return stopped(at, `a colon expected, ${found(text, at)}`)
      frame.key = held
      held = undefined
      at++
    } else if (char === ',' || char === frame.close) {
      put(frame, held.value)
      held = undefined
      // Python reads (x) as x, and (x,) as a tuple.
      if (char === ',') at++
      else close(frame, frame.close === ')' && frame.items.length === 1)
    } else return stopped(at, `a comma or ${frame.close} expected, ${found(text, at)}`)
    at = skipSpace(text, at)
  }
}

import { utf8, utf8Bytes } from '../utf8'

// A divider is a note that starts so: the port was opened, closed, lost or found again.
const dividerMark = '── '

/** The octets of a note as the journal keeps them (UTF-8). */
export function noteBytes(text: string, divider = false): Uint8Array {
  return utf8Bytes(divider ? `${dividerMark}${text}` : text)
}

/** A note's text, and whether it divides the log. */
export function noteText(bytes: Uint8Array): { text: string; divider: boolean } {
  const text = utf8(bytes)
  return text.startsWith(dividerMark)
    ? { text: text.slice(dividerMark.length), divider: true }
    : { text, divider: false }
}

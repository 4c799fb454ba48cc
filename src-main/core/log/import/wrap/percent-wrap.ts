import { bytesOf } from '../../../bytes'
import { utf8 } from '../../../utf8'
import type { Wrapping } from './wrapping'

/** RFC 3986, 2.1: a plus sign in the value of a query is always written so. */
const encoded = /(?<![A-Za-z])AT%2B[A-Z]/i
const octets = /(?:%[\dA-F]{2})+/gi

/** Requests to a gateway that hands commands on: `GET /at?cmd=AT%2BCSQ`. */
export const percentWrap: Wrapping = {
  open: (lines) =>
    lines.some((line) => encoded.test(line))
      ? { line: (text, end) => apart(text).map((one) => [decoded(one), end]), finish: () => [] }
      : undefined,
}

/** The value of the query ends where the next begins, or the request. */
function apart(text: string): string[] {
  const at = encoded.exec(text)?.index
  if (at === undefined) return [text]
  const length = text.slice(at).search(/[&\s"']/)
  return length < 0 ? [text] : [text.slice(0, at + length), text.slice(at + length)]
}

function decoded(text: string): string {
  return text.replace(octets, (run: string) =>
    utf8(
      bytesOf(run.replace(/%(..)/g, (_all, hex: string) => String.fromCharCode(parseInt(hex, 16)))),
    )
      .replaceAll('\r', '<CR>')
      .replaceAll('\n', '<LF>'),
  )
}

import { bytesOf } from '../../../bytes'
import { utf8 } from '../../../utf8'
import type { RawLine, Unwrapper, Wrapping } from './wrapping'

const named = /^Content-Transfer-Encoding:\s*quoted-printable\s*$/i
/** RFC 2045, 6.7: an equals sign is always written so. */
const equals = /AT[+*^%$#][A-Z]+=3D/
const octets = /(?:=[\dA-F]{2})+/g
const longest = 2000

/** A mail as it is sent: octets as `=3D`, lines broken by `=` at their end. */
export const quotedPrintable: Wrapping = {
  open: (lines) =>
    lines.some((line) => named.test(line) || equals.test(line)) ? new Printable() : undefined,
}

class Printable implements Unwrapper {
  #begun: string | undefined

  line(text: string, end: string): readonly RawLine[] {
    const whole = `${this.#begun ?? ''}${text}`
    this.#begun = undefined
    if (/[^=]=$/.test(whole) && whole.length < longest) {
      this.#begun = whole.slice(0, -1)
      return []
    }
    return [[decoded(whole), end]]
  }
  finish(): readonly RawLine[] {
    return this.#begun === undefined ? [] : [[decoded(this.#begun), '\n']]
  }
}

function decoded(text: string): string {
  return text.replace(octets, (run: string) =>
    utf8(
      bytesOf(run.replace(/=(..)/g, (_all, hex: string) => String.fromCharCode(parseInt(hex, 16)))),
    ),
  )
}

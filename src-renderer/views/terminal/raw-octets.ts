/** What the Enter key sends, and what ends the lines of what is pasted. */
export const lineEnds = { cr: '\r', lf: '\n', crlf: '\r\n', none: '' } as const
export type LineEnd = keyof typeof lineEnds

const octetsOf = (text: string) => new TextEncoder().encode(text)

/** The octets of a key as the terminal names it. Backspace is BS, as V.250's S5 has it, not DEL. */
export function keyOctets(key: string, end: LineEnd): Uint8Array {
  if (key === '\r') return octetsOf(lineEnds[end])
  return octetsOf(key === '\u007f' ? '\b' : key)
}

/** The octets of a text that is pasted. */
export function pastedOctets(text: string, end: LineEnd): Uint8Array {
  return octetsOf(text.replaceAll(/\r\n|\r|\n/g, lineEnds[end]))
}

/** Beyond this a paste is asked about first. */
const askedFrom = 200
export const isLongPaste = (text: string): boolean =>
  text.length > askedFrom || /[\r\n]+[^\r\n]/.test(text)

export const lineCount = (text: string): number =>
  text.split(/\r\n|\r|\n/).filter((line) => line !== '').length

/** How long octets take at a pace, in whole seconds. */
export function secondsFor(octets: number, lines: number, perSecond: number, pauseMs: number) {
  return Math.ceil((perSecond > 0 ? octets / perSecond : 0) + (lines * pauseMs) / 1000)
}

const escapes: Readonly<Record<string, number>> = {
  r: 13,
  n: 10,
  t: 9,
  b: 8,
  e: 0x1b,
  '0': 0,
  '\\': 0x5c,
}

/**
 * Text with escapes (`AT\r`, `\x1a`, `\e`), or octets as 0x… alone (`0x1a`, `0x41 0x54`, `0x41540d`). Undefined where an escape is
 * none of them.
 */
export function escapedOctets(typed: string): Uint8Array | undefined {
  if (/^\s*0x/i.test(typed)) return hexOctets(typed)
  const parts: number[] = []
  for (const [, hex, letter, plain] of typed.matchAll(/\\x([0-9a-f]{2})|\\(.?)|([^\\]+)/gis)) {
    if (hex !== undefined) parts.push(parseInt(hex, 16))
    else if (letter !== undefined) {
      const octet = escapes[letter]
      if (octet === undefined) return undefined
      parts.push(octet)
    } else parts.push(...octetsOf(plain ?? ''))
  }
  return Uint8Array.from(parts)
}

function hexOctets(typed: string): Uint8Array | undefined {
  const octets: number[] = []
  for (const word of typed.trim().split(/[\s,]+/)) {
    const digits = /^0x((?:[0-9a-f]{2})+|[0-9a-f])$/i.exec(word)?.[1]
    if (digits === undefined) return undefined
    for (const [pair] of digits.padStart(2, '0').matchAll(/../g)) octets.push(parseInt(pair, 16))
  }
  return Uint8Array.from(octets)
}

export function concatOctets(pieces: readonly Uint8Array[]): Uint8Array {
  return Uint8Array.from(pieces.flatMap((piece) => [...piece]))
}

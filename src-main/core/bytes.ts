const CR = 0x0d
const LF = 0x0a

/** Text to octets, one octet a character (ISO 8859-1): what AT commands travel as. Characters above 255 become `?`. */
export function bytesOf(text: string): Uint8Array {
  const bytes = new Uint8Array(text.length)
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i)
    bytes[i] = code > 255 ? 63 : code
  }
  return bytes
}

/** An argument list has a limit. */
const mostArguments = 8192

/** Octets to text, one character an octet. */
export function latin1(bytes: Uint8Array): string {
  // A line is short, and a view of each costs as much as reading it.
  if (bytes.length <= mostArguments)
    return Reflect.apply(String.fromCharCode, undefined, bytes) as string
  let text = ''
  for (let i = 0; i < bytes.length; i += mostArguments)
    text += Reflect.apply(String.fromCharCode, undefined, bytes.subarray(i, i + mostArguments))
  return text
}

export function concat(parts: readonly Uint8Array[]): Uint8Array {
  let length = 0
  for (const part of parts) length += part.length
  const whole = new Uint8Array(length)
  let at = 0
  for (const part of parts) {
    whole.set(part, at)
    at += part.length
  }
  return whole
}

const hexPairs = Array.from({ length: 256 }, (_, byte) => byte.toString(16).padStart(2, '0'))

/** Lower-case hex without separators. */
export function hexOf(bytes: Uint8Array): string {
  let text = ''
  for (const byte of bytes) text += hexPairs[byte] ?? ''
  return text
}

/** Octets from hex; white space is skipped. Undefined when it is not hex or a digit is missing. */
export function fromHex(text: string): Uint8Array | undefined {
  const digits = text.replace(/\s+/g, '')
  if (digits.length % 2 !== 0 || /[^0-9a-f]/i.test(digits)) return undefined
  const bytes = new Uint8Array(digits.length / 2)
  for (let i = 0; i < bytes.length; i++) bytes[i] = parseInt(digits.slice(2 * i, 2 * i + 2), 16)
  return bytes
}

export function sameBytes(a: Uint8Array, b: Uint8Array): boolean {
  return a.length === b.length && a.every((byte, i) => byte === b[i])
}

/** Control characters made visible the way the terminal shows them: ␍ ␊ ␛, `\xNN` for octets above 126. */
export function visible(bytes: Uint8Array): string {
  let text = ''
  for (const byte of bytes) {
    if (byte === CR) text += '␍'
    else if (byte === LF) text += '␊'
    else if (byte < 0x20) text += String.fromCharCode(0x2400 + byte)
    else if (byte > 0x7e) text += `\\x${byte.toString(16).padStart(2, '0')}`
    else text += String.fromCharCode(byte)
  }
  return text
}

import { concat } from '../bytes'
import { uint16, type Unreadable } from './packet'

/** RFC 7252 3: what is to be acknowledged, what is not, an acknowledgement, and “I cannot make anything of that”. */
export const coapTypes = {
  confirmable: 0,
  nonConfirmable: 1,
  acknowledgement: 2,
  reset: 3,
} as const
export type CoapType = (typeof coapTypes)[keyof typeof coapTypes]

/** Codes as they are written, class.detail: 0.00 is an empty message. */
export const coapCodes = { empty: 0, get: 1, content: 0x45, notFound: 0x84 } as const

/** Option numbers (RFC 7252 5.10, RFC 7959 2.1). */
export const coapOptions = {
  uriHost: 3,
  uriPath: 11,
  contentFormat: 12,
  uriQuery: 15,
  block2: 23,
} as const

export interface CoapOption {
  readonly number: number
  readonly value: Uint8Array
}

export interface CoapMessage {
  readonly type: CoapType
  /** Class in the upper three bits, detail in the lower five. */
  readonly code: number
  readonly id: number
  readonly token: Uint8Array
  readonly options: readonly CoapOption[]
  readonly payload: Uint8Array
}

const nothing = new Uint8Array()

/** A message without token, options and payload: a ping, or the answer to one. */
export function emptyCoap(type: CoapType, id: number): Uint8Array {
  return buildCoap({
    type,
    code: coapCodes.empty,
    id,
    token: nothing,
    options: [],
    payload: nothing,
  })
}

/** Four bits say up to 12; 13 and 14 announce one and two octets more (RFC 7252 3.1). */
function nibbleOf(value: number): { readonly nibble: number; readonly more: readonly number[] } {
  if (value < 13) return { nibble: value, more: [] }
  if (value < 269) return { nibble: 13, more: [value - 13] }
  return { nibble: 14, more: [(value - 269) >> 8, (value - 269) & 0xff] }
}

export function buildCoap(message: CoapMessage): Uint8Array {
  const { type, code, id, token, options, payload } = message
  const head = Uint8Array.of(0x40 | (type << 4) | token.length, code, id >> 8, id & 0xff)
  let last = 0
  const parts = options
    .toSorted((a, b) => a.number - b.number)
    .flatMap(({ number, value }) => {
      const [delta, length] = [nibbleOf(number - last), nibbleOf(value.length)]
      last = number
      const first = (delta.nibble << 4) | length.nibble
      return [Uint8Array.of(first, ...delta.more, ...length.more), value]
    })
  const marked = payload.length > 0 ? [Uint8Array.of(0xff), payload] : []
  return concat([head, token, ...parts, ...marked])
}

export function parseCoap(bytes: Uint8Array): CoapMessage | Unreadable {
  const first = bytes[0] ?? 0
  if (bytes.length < 4 || first >> 6 !== 1) return { error: 'no CoAP message' }
  const tokenLength = first & 15
  const code = bytes[1] ?? 0
  if (tokenLength > 8 || bytes.length < 4 + tokenLength)
    return { error: 'the CoAP token does not fit' }
  if (code === coapCodes.empty && bytes.length > 4)
    return { error: 'an empty CoAP message with content' }
  const rest = optionsIn(bytes, 4 + tokenLength)
  if ('error' in rest) return rest
  return {
    type: ((first >> 4) & 3) as CoapType,
    code,
    id: uint16(bytes, 2),
    token: bytes.slice(4, 4 + tokenLength),
    ...rest,
  }
}

function optionsIn(
  bytes: Uint8Array,
  from: number,
): Pick<CoapMessage, 'options' | 'payload'> | Unreadable {
  const options: CoapOption[] = []
  let number = 0
  let at = from
  /** The value of four bits, and of the octets they announce; NaN for the reserved 15. */
  const valueOf = (nibble: number): number => {
    if (nibble < 13) return nibble
    if (nibble === 13) return 13 + (bytes[at++] ?? Number.NaN)
    at += 2
    return nibble === 14 && at <= bytes.length ? 269 + uint16(bytes, at - 2) : Number.NaN
  }
  while (at < bytes.length) {
    const first = bytes[at++] ?? 0
    if (first === 0xff)
      return at < bytes.length
        ? { options, payload: bytes.slice(at) }
        : { error: 'a CoAP payload marker without payload' }
    number += valueOf(first >> 4)
    const length = valueOf(first & 15)
    if (!(number + length >= 0) || at + length > bytes.length)
      return { error: 'a CoAP option does not fit' }
    options.push({ number, value: bytes.slice(at, at + length) })
    at += length
  }
  return { options, payload: nothing }
}

/** A number in as few octets as it needs, as options have it (RFC 7252 3.2). */
export function coapUint(value: number): Uint8Array {
  const octets: number[] = []
  for (let rest = value; rest > 0; rest = Math.floor(rest / 256)) octets.unshift(rest % 256)
  return Uint8Array.from(octets)
}

/** The first option of a number, as a number; undefined where there is none. */
export function uintIn({ options }: CoapMessage, number: number): number | undefined {
  const found = options.find((one) => one.number === number)
  return found && found.value.reduce((sum, octet) => sum * 256 + octet, 0)
}

/** As it is written: 2.05. */
export const codeText = (code: number): string =>
  `${code >> 5}.${String(code & 31).padStart(2, '0')}`

/** The names of response codes (RFC 7252 5.9). */
export const codeNames: { readonly [code: string]: string } = {
  '2.01': 'Created',
  '2.02': 'Deleted',
  '2.03': 'Valid',
  '2.04': 'Changed',
  '2.05': 'Content',
  '4.00': 'Bad Request',
  '4.01': 'Unauthorized',
  '4.02': 'Bad Option',
  '4.03': 'Forbidden',
  '4.04': 'Not Found',
  '4.05': 'Method Not Allowed',
  '4.06': 'Not Acceptable',
  '4.12': 'Precondition Failed',
  '4.13': 'Request Entity Too Large',
  '4.15': 'Unsupported Content-Format',
  '5.00': 'Internal Server Error',
  '5.01': 'Not Implemented',
  '5.02': 'Bad Gateway',
  '5.03': 'Service Unavailable',
  '5.04': 'Gateway Timeout',
  '5.05': 'Proxying Not Supported',
}

import { bytesOf } from '../bytes'
import {
  buildCoap,
  coapCodes,
  coapOptions,
  coapTypes,
  coapUint,
  emptyCoap,
  parseCoap,
  uintIn,
  type CoapMessage,
} from '../ip/coap-message'
import { isUnreadable } from '../ip/packet'
import { utf8 } from '../utf8'

/** Blocks of 64 octets (RFC 7959 2.2: 2 to the power of 4 + 2). */
const szx = 2
const blockOctets = 64

const resources: { readonly [path: string]: { readonly format: number; readonly text: string } } = {
  '.well-known/core': {
    format: 40,
    text: '</sensors/temperature>;rt="temperature";if="sensor",</hello>;title="Hello"',
  },
  hello: { format: 0, text: 'Hello\n' },
  'sensors/temperature': { format: 50, text: '{"t":21.5}' },
}

/** What a CoAP server says to a datagram; undefined: nothing. */
export function answerCoap(datagram: Uint8Array): Uint8Array | undefined {
  const message = parseCoap(datagram)
  if (isUnreadable(message) || message.type !== coapTypes.confirmable) return undefined
  // RFC 7252 4.3: what is empty is no request, and is reset; so are requests of other kinds here.
  if (message.code !== coapCodes.get) return emptyCoap(coapTypes.reset, message.id)
  const path = message.options
    .filter(({ number }) => number === coapOptions.uriPath)
    .map(({ value }) => utf8(value))
    .join('/')
  return responseTo(message, resources[path])
}

function responseTo(
  { id, token, ...request }: CoapMessage,
  resource: (typeof resources)[string] | undefined,
): Uint8Array {
  const head = { type: coapTypes.acknowledgement, id, token }
  if (!resource)
    return buildCoap({ ...head, code: coapCodes.notFound, options: [], payload: new Uint8Array() })
  const octets = bytesOf(resource.text)
  const asked = (uintIn({ id, token, ...request }, coapOptions.block2) ?? 0) >> 4
  const from = asked * blockOctets
  const more = octets.length > from + blockOctets ? 8 : 0
  return buildCoap({
    ...head,
    code: coapCodes.content,
    options: [
      { number: coapOptions.contentFormat, value: coapUint(resource.format) },
      { number: coapOptions.block2, value: coapUint((asked << 4) | more | szx) },
    ],
    payload: octets.subarray(from, from + blockOctets),
  })
}
